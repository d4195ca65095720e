import { within } from '../page/draw-answer.ts';
import { fillSlot, labelsOf, slot, unparted, type Markup } from '../page/markup.ts';
import type { Answer, Outcome } from './answer.ts';
import { isRow, TABLE } from './passages.ts';

/** Fills in what became of a question: an answer with its source, sure or likely, or that there is none and what is near. */
export function drawOutcome(markup: Markup, outcome: Outcome, root: string): void {
  const item = markup.item(outcome.kind === 'unknown' ? 'unknown' : 'answer');
  markup.part('outcome')?.replaceChildren(...(item ? [item] : []));
  if (!item) return;
  if (outcome.kind === 'unknown') return fillSources(markup, item, 'near', outcome.near, root);
  drawAnswer(item, outcome.answer, root);
  fillSources(markup, item, 'others', outcome.others, root);
}

function drawAnswer(item: HTMLElement, { facts, lines, asked, source, online }: Answer, root: string): void {
  const address = within(root, source.url);
  for (const link of item.querySelectorAll('[data-slot="link"]')) link.setAttribute('href', address);
  slot(item, 'more')?.setAttribute('href', source.anchor ? `${address}#${source.anchor}` : address);
  fillSlot(item, 'link', source.title);
  fillSlot(item, 'agency', source.agency);
  for (const name of ['date', 'checked'] as const) {
    fillSlot(item, name, source[name] ?? '');
    const row = slot(item, name)?.closest<HTMLElement>('[data-row]');
    if (row) row.hidden = !source[name];
  }
  const text = slot(item, 'lines');
  if (text) text.hidden = lines.length + asked.length === 0;
  text?.replaceChildren(...drawLines(lines), ...asked.flatMap(({ question, lines: own }) => [strong(question), ...own]).map((line) => element('p', line)));
  const list = slot(item, 'facts');
  if (list) {
    const labels = labelsOf(list) ?? {};
    list.hidden = facts.length === 0;
    list.replaceChildren(...facts.map(({ want, lines: own }) => drawFact(labels[want] ?? '', own)));
  }
  const button = slot(item, 'online');
  if (!button) return;
  button.hidden = !online;
  if (online) button.setAttribute('href', within(root, online));
}

/** Paragraphs; what stands in a table or a list is one here as well. */
function drawLines(lines: readonly string[]): HTMLElement[] {
  const groups: string[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && isRow(line) && isRow(group[0]!)) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => (group.length < TABLE ? group.map((line) => element('p', line)) : [drawList(group)]));
}

function drawList(lines: readonly string[]): HTMLElement {
  const list = document.createElement('ul');
  list.append(...lines.map((line) => element('li', unparted(line))));
  return list;
}

function drawFact(label: string, lines: readonly string[]): HTMLElement {
  const row = document.createElement('div');
  const value = document.createElement('dd');
  if (lines.length === 1) value.textContent = unparted(lines[0]!);
  else value.append(drawList(lines));
  row.append(element('dt', label), value);
  return row;
}

function fillSources(markup: Markup, item: HTMLElement, name: string, sources: readonly Answer['source'][], root: string): void {
  const list = slot(item, name);
  const row = list?.closest<HTMLElement>('[data-row]');
  if (row) row.hidden = sources.length === 0;
  list?.replaceChildren(
    ...sources.flatMap(({ title, url }) => {
      const source = markup.item('source');
      if (!source) return [];
      fillSlot(source, 'link', title);
      slot(source, 'link')?.setAttribute('href', within(root, url));
      return [source];
    }),
  );
}

const strong = (text: string): HTMLElement => element('strong', text);

function element(tag: string, content: string | HTMLElement): HTMLElement {
  const made = document.createElement(tag);
  made.append(content);
  return made;
}
