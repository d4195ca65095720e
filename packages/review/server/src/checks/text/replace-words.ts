import type { Span } from '../finding.ts';
import { readPlainText, readRichText } from './rich-text.ts';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * Puts other words in the place of some, and leaves every tag where it is: words that run across a tag are taken out on
 * both of its sides, and the new ones stand where the first began.
 */
export function replaceWords(source: string, { start, end }: Span, words: string, isRich: boolean): string {
  const { starts, ends } = isRich ? readRichText(source) : readPlainText(source);
  if (start >= end) return source;
  let result = source;
  // From the end, so that the places before it stay what they are.
  for (let at = end - 1; at >= start; at -= 1) {
    const next = at === start ? (isRich ? escape(words) : words) : '';
    // The characters of one entity share its place.
    if (at > start && starts[at] === starts[at - 1] && ends[at] === ends[at - 1]) continue;
    result = result.slice(0, starts[at]) + next + result.slice(ends[at]);
  }
  return result;
}
