import type { SearchDocument } from '../../packages/content/src/index.ts';
import { createRandom } from '../../packages/search/bench/input/create-random.ts';
import { readJudged, type JudgedQuery } from '../../packages/search/judged/ndcg.ts';
import { isHan, runs } from '../../packages/search/src/tokens.ts';
import type { TitleQuestion } from './metrics.ts';

/** What every engine is asked over a corpus. */
export interface Questions {
  titles: TitleQuestion[];
  /** Pieces of 3 to 12 characters of texts and names. */
  pieces: string[];
  judged: JudgedQuery[];
}

const TITLES = 300;
const PIECES = 200;
const LEAST_PART = 6;

/** Ways people type a title they have seen, with and without its marks. */
export const WHOLE_FORMS: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => title.replace(/[\p{P}\p{S}\s]/gu, ''),
  (title) => title.replace(/[\p{P}\s]+/gu, ' '),
  (title) => `《${title}》`,
  (title) => title.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];

/** Those ways, and parts of a title. */
const FORMS: readonly ((title: string) => string)[] = [
  ...WHOLE_FORMS,
  (title) => partOf(title, 0, 0.7),
  (title) => partOf(title, 0.3, 1),
];

/** Draws what is asked, always the same over the same documents. */
export function drawQuestions(documents: readonly SearchDocument[]): Questions {
  const random = createRandom(20261127);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const titles = Array.from({ length: TITLES }, (_, at) => {
    const { title } = documents[Math.floor((at * documents.length) / TITLES)]!;
    const typed = FORMS[at % FORMS.length]!(title);
    return { title, typed, isWhole: at % FORMS.length < 5 || typed === title };
  });
  const pieces = Array.from({ length: PIECES }, () => {
    const { title, aliases, text } = any(documents);
    const long = [title, ...aliases, text].flatMap(runs).filter((run) => isHan(run) && run.length >= 3);
    const run = any(long.length ? long : runs(title));
    const length = Math.min(run.length, 3 + Math.floor(random() * 10));
    const from = Math.floor(random() * (run.length - length + 1));
    return run.slice(from, from + length);
  });
  return { titles: scattered(titles), pieces, judged: scattered(readJudged('queries')) };
}

/** A part of a title, its numbers and words whole: half a number is another number. Of a short title all of it, since its part may be anything's. */
function partOf(title: string, from: number, to: number): string {
  const pieces = title.match(/[a-z0-9]+|./giu) ?? [];
  const part = pieces.slice(Math.floor(from * pieces.length), Math.ceil(to * pieces.length)).join('');
  return runs(part).join('').length < LEAST_PART ? title : part;
}

/** A list in another order, so that the first of it are like all of it. */
const scattered = <T>(list: readonly T[]): T[] => {
  const keyed = list.map((one, at) => ({ one, key: (at * 0.618034) % 1 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
};
