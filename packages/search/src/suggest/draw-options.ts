import type { Match } from './match.ts';
import type { Suggestion } from './suggest.ts';

/** Draws suggestions as options of a list; what was typed is marked. Never as HTML: names come from documents. */
export function drawOptions(suggestions: readonly Suggestion[], id: string, also: string): HTMLElement[] {
  return suggestions.map(({ name, kind, also: other, match }, at) => {
    const option = element('li', '');
    option.id = `${id}-${at}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const label = element('span', '');
    label.append(...(other === undefined ? marked(name, match) : [name]));
    if (other !== undefined) {
      const small = element('small', also);
      small.append(...marked(other, match));
      label.append(' ', small);
    }
    option.append(label, element('small', kind));
    return option;
  });
}

function marked(name: string, { from, to }: Match): (string | Node)[] {
  const characters = [...name];
  return [characters.slice(0, from).join(''), element('mark', characters.slice(from, to).join('')), characters.slice(to).join('')];
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
