import type { Marked } from '../engine/protocol.ts';

/** The parts, templates and texts of a search page (contract: `search-page.ts`). */
export interface Markup {
  /** The part, if the page has it. */
  part(name: string): HTMLElement | null;
  /** A copy of what a template holds; empty if the page has no such template. */
  item(name: string): HTMLElement | undefined;
  /** Puts a copy of what a template holds into a part, which is hidden without one. */
  place(part: string, name: string | undefined): HTMLElement | undefined;
  /** A text with its `{places}` filled; empty if the page has no such text. */
  text(name: string, values?: Record<string, string | number>): string;
}

/** Reads the markup of a search page. */
export function readMarkup(root: HTMLElement): Markup {
  const template = (selector: string) => root.querySelector<HTMLTemplateElement>(`template${selector}`);
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const copyOf = (name: string) => template(`[data-item="${name}"]`)?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  return {
    part,
    item: copyOf,
    place(name, of) {
      const box = part(name);
      const item = (box && of && copyOf(of)) || undefined;
      if (box) box.hidden = !item;
      box?.replaceChildren(...(item ? [item] : []));
      return item;
    },
    text: (name, values = {}) => fillText(template(`[data-text="${name}"]`)?.content.textContent?.trim() ?? '', values),
  };
}

/** Fills `{name}` in a text. */
export const fillText = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The element for a value inside an item: the item itself or one in it. */
export const slot = (item: HTMLElement, name: string): HTMLElement | null =>
  item.matches(`[data-slot="${name}"]`) ? item : item.querySelector<HTMLElement>(`[data-slot="${name}"]`);

/** Puts text into a slot; an empty one is hidden. */
export function fillSlot(item: HTMLElement, name: string, text: string): void {
  const element = slot(item, name);
  if (!element) return;
  element.textContent = text;
  element.hidden = !text;
}

/** Gives a link words for the page it leads to, behind its `#`: no server and no log sees them. */
export const carryWords = (link: HTMLAnchorElement, words: string): void =>
  link.setAttribute('href', `${link.getAttribute('href')!.replace(/#.*/, '')}#q=${encodeURIComponent(words)}`);

/** Puts text into an element with what was searched for in `mark` elements. Never as HTML: texts come from documents. */
export function fillMarked(element: HTMLElement | null, pieces: Marked): void {
  element?.replaceChildren(
    ...pieces.map((piece, index) => {
      if (index % 2 === 0) return piece;
      const mark = document.createElement('mark');
      mark.textContent = piece;
      return mark;
    }),
  );
}

/** Labels an element carries for values, as JSON in `data-labels`; none if it has no such attribute. */
export const labelsOf = (element: HTMLElement): Record<string, string> | undefined =>
  element.dataset.labels ? (JSON.parse(element.dataset.labels) as Record<string, string>) : undefined;

/** A text whose ranges (9:00—12:00) stay on one line: word joiners stand around their dashes. */
export const unparted = (text: string): string => text.replace(/(?<=\d)—(?=\d)/gu, '\u2060—\u2060');
