import type { ResultText } from '../format.ts';
import { normalise } from '../tokens.ts';
import { excerptOf } from './excerpt.ts';
import type { SearchResult } from './protocol.ts';

/** A text of fewer characters is its own place to go to. */
const LONG = 800;
/** More parts of one page than these are a second list of results. */
const MOST = 3;

/**
 * The sections of a text that hold what was searched for: those with most of the words, in the order of the text.
 * @param shown The same text in other characters, to be shown instead.
 */
export function findSections({ body, sections = [] }: ResultText, words: readonly string[], shown: ResultText): NonNullable<SearchResult['sections']> {
  if (body.length < LONG) return [];
  const texts = sections.map(({ from }, at) => body.slice(from, sections[at + 1]?.from ?? body.length));
  const held = texts.map((text) => words.filter((word) => normalise(text).includes(word)).length);
  const most = Math.max(1, ...held);
  const best = sections.flatMap((_, at) => (held[at] === most ? [at] : [])).slice(0, MOST);
  // When nearly every section holds them, none of them is the place to go to.
  if (best.length === sections.length) return [];
  return best.map((at) => {
    const { id, from } = sections[at]!;
    const { title } = shown.sections?.[at] ?? sections[at]!;
    return { id, title, excerpt: excerptOf(withoutTitle(texts[at]!, sections[at]!.title), words, withoutTitle(shown.body.slice(from, from + texts[at]!.length), title)) };
  });
}

const withoutTitle = (text: string, title: string): string => (text.startsWith(title) ? text.slice(title.length) : text);
