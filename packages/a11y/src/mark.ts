import type { Sentence } from './sentences.ts';

const NAME = 'gov-spoken';
let marked: Element | undefined;

/** Marks the sentence that is being read, and only that; where browsers cannot mark a part of a text, its paragraph. */
export function mark(sentence: Sentence | undefined): void {
  marked?.removeAttribute('data-spoken');
  marked = undefined;
  const canMark = 'highlights' in CSS && !(sentence?.block instanceof HTMLImageElement);
  if ('highlights' in CSS) CSS.highlights.delete(NAME);
  if (!sentence) return;
  if (canMark) CSS.highlights.set(NAME, new Highlight(sentence.range));
  else {
    marked = sentence.block;
    marked.setAttribute('data-spoken', '');
  }
  bringIntoView(sentence.range.getBoundingClientRect());
}

function bringIntoView({ top, bottom }: DOMRect): void {
  if (top < 0 || bottom > innerHeight * 0.75) window.scrollBy({ top: top - innerHeight / 3 });
}
