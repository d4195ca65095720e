/** From one paragraph to before another. */
export type Passage = readonly [from: number, to: number];

/** A paragraph with fewer characters is told with the next. */
const SHORT = 40;
/** How much it counts that a paragraph holds the kind of words that was asked for, beside what it holds of the question. */
const MET = 0.3;
/** From so much more on a second passage is told. */
const SECOND = 0.2;

export const paragraphsOf = (text: string): string[] => text.split('\n').filter(Boolean);

/**
 * Up to two passages of a text that hold most of a question, in the order of the text; its beginning when none holds any of it.
 * @param gainBeside How much of the question a text holds that another does not say yet, from 0.
 * @param expected What an answer of this kind must hold.
 */
export function passagesOf(paragraphs: readonly string[], gainBeside: (said: string) => (text: string) => number, expected: RegExp | undefined): Passage[] {
  const passages = paragraphs.map((paragraph, at): Passage => [at, at + (paragraph.length < SHORT ? 2 : 1)]);
  const texts = passages.map((passage) => paragraphs.slice(...passage).join('\n'));
  const best = (said: string, least: number, isMet: boolean): number => {
    const gainOf = gainBeside(said);
    const values = texts.map((text) => gainOf(text) + (!isMet && expected?.test(text) ? MET : 0));
    const most = Math.max(...values);
    return most > least ? values.indexOf(most) : -1;
  };
  const first = Math.max(0, best('', 0, false));
  const second = best(texts[first] ?? '', SECOND, expected?.test(texts[first] ?? '') ?? true);
  return [first, second].filter((at) => at >= 0).sort((a, b) => a - b).flatMap((at) => passages.slice(at, at + 1));
}
