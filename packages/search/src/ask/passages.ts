/** How much it counts that a sentence holds the kind of words that was asked for, beside what it holds of the question. */
const MET = 1;
/** How much a passage counts as a whole, and its best sentence for the rest. */
const WHOLE = 0.5;
/** From so much more on a second passage is told. */
const SECOND = 0.2;
/** Lines that are no sentences, from so many on, are a table or a list: up to so many are told together, and of longer ones the two at its head. */
export const TABLE = 3;
const SMALL = 8;

/** What is told together: paragraphs by their numbers, and the one it is about. */
interface Passage {
  all: readonly number[];
  at: number;
}

export const paragraphsOf = (text: string): string[] => text.split('\n').filter(Boolean);

/** Whether a paragraph is no sentence: a heading, a row of a table or an entry of a list. */
export const isRow = (paragraph: string): boolean => !/[。！？；：…]$/u.test(paragraph);

/**
 * The paragraphs of up to two passages of a text that hold most of a question, by their numbers, in order; its beginning when none holds any of it.
 * @param gainBeside How much of the question a text holds that another does not say yet, from 0.
 * @param expected What an answer of this kind must hold.
 */
export function passagesOf(paragraphs: readonly string[], gainBeside: (said: string) => (text: string) => number, expected: RegExp | undefined): number[] {
  const passages = paragraphs.map((_, at) => passageAt(paragraphs, at));
  const textOf = (numbers: readonly number[]) => numbers.map((number) => paragraphs[number]!).join('\n');
  const best = (said: string, least: number, isMet: boolean): number => {
    const gainOf = gainBeside(said);
    const values = passages.map(({ all, at }) => {
      const head = textOf(all.filter((number) => number < at));
      const ofSentence = (sentence: string) => gainOf(`${head}\n${sentence}`) + (!isMet && expected?.test(sentence) ? MET : 0);
      return WHOLE * gainOf(textOf(all)) + (1 - WHOLE) * Math.max(...paragraphs[at]!.split(/(?<=[。！？；])/u).map(ofSentence));
    });
    const most = Math.max(...values);
    return most > least ? values.indexOf(most) : -1;
  };
  const first = Math.max(0, best('', 0, false));
  const told = textOf(passages[first]?.all ?? []);
  const second = best(told, SECOND, expected?.test(told) ?? true);
  return [...new Set([first, second].flatMap((number) => passages[number]?.all ?? []))].sort((a, b) => a - b);
}

/** What is told with a paragraph: its table, or what follows a heading. */
function passageAt(paragraphs: readonly string[], at: number): Passage {
  const [from, to] = tableAround(paragraphs, at);
  const size = to - from;
  if (size >= TABLE && size <= SMALL) return { all: Array.from({ length: size }, (_, row) => from + row), at };
  if (size > SMALL) return { all: [...new Set([from, from + 1, at])], at };
  const isHead = !/[。！；…]$/u.test(paragraphs[at]!) && at + 1 < paragraphs.length;
  return isHead ? { all: [at, at + 1], at: at + 1 } : { all: [at], at };
}

/** From where to where lines that are no sentences surround one. */
function tableAround(paragraphs: readonly string[], at: number): [from: number, to: number] {
  const isRowAt = (number: number) => number in paragraphs && isRow(paragraphs[number]!);
  let [from, to] = [at, at];
  while (isRowAt(to)) to++;
  while (to > at && isRowAt(from - 1)) from--;
  return [from, to];
}
