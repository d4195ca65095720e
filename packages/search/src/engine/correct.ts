import { normalise } from '../tokens.ts';
import type { Words } from './vocabulary.ts';

/** How often a run stands in what is searched. */
export type CountRun = (run: string) => Promise<number>;

/** A query put right. */
export interface Correction {
  query: string;
  /** What was put right stands nowhere as it was typed: hardly anything else can have been meant. */
  isCertain: boolean;
}

interface Mending {
  from: number;
  to: number;
  word: string;
  score: number;
  isCertain: boolean;
}

const LATIN = /[a-z]+(?:[\s'][a-z]+)*/g;
const HAN = /[\u3400-\u9fff]{2,}/g;
const LONGEST_WORD = 8;
const LONGEST_INITIALS = 8;
/** A word offered for one that does stand somewhere must stand so much more often. */
const MORE_OFTEN = 10;
/** Documents in which two characters must stand together to be beyond doubt: once it may be a mistake of ours. */
const SEVERAL = 2;
/** What each kind of mistake costs; the likelier, the less. */
const COSTS = { sound: 0.5, look: 1, doubled: 0.8, missing: 1.2, exchanged: 1.2, other: 2.2 } as const;

/**
 * Puts right what was probably mistyped: pinyin left as letters, characters of the same sound or of a similar look, one too
 * many, one missing, two exchanged. Nothing that editors keep, and no word that is known, is touched.
 *
 * @param loadWords Asked only when something may be mistyped: they weigh more than most answers.
 */
export async function correct(typed: string, loadWords: () => Promise<Words>, count: CountRun, keeps: (word: string) => boolean): Promise<Correction | undefined> {
  const text = normalise(typed).trim();
  const mendings: Mending[] = [];
  for (const { 0: run, index } of text.matchAll(LATIN)) {
    const letters = run.replace(/[\s']/g, '');
    const word = keeps(letters) || (await count(letters)) ? undefined : spell(letters, await loadWords());
    if (word) mendings.push({ from: index, to: index + run.length, word, score: 1, isCertain: true });
  }
  for (const { 0: run, index } of text.matchAll(HAN)) {
    for (const mending of await mendRun(run, loadWords, count, keeps)) mendings.push({ ...mending, from: index + mending.from, to: index + mending.to });
  }
  if (!mendings.length) return undefined;
  let query = text;
  for (const { from, to, word } of mendings.sort((a, b) => b.from - a.from)) query = query.slice(0, from) + word + query.slice(to);
  return { query: query.replace(/\s+/g, ' '), isCertain: mendings.every(({ isCertain }) => isCertain) };
}

/** Letters as words: by whole sounds, as few words as can be, or by first letters. */
function spell(letters: string, words: Words): string | undefined {
  const initials = letters.length <= LONGEST_INITIALS ? words.byInitials(letters) : undefined;
  return split(letters, words.byLetters) ?? initials ?? (letters.length <= LONGEST_INITIALS ? split(letters, (part) => (part.length > 1 ? words.byInitials(part) : undefined), 2) : undefined);
}

function split(letters: string, find: (part: string) => string | undefined, most = 4): string | undefined {
  const best: ({ text: string; words: number } | undefined)[] = [{ text: '', words: 0 }];
  for (let to = 1; to <= letters.length; to++)
    for (let from = 0; from < to; from++) {
      const before = best[from];
      const word = before && before.words < most ? find(letters.slice(from, to)) : undefined;
      if (before && word && before.words + 1 < (best[to]?.words ?? Infinity)) best[to] = { text: before.text + word, words: before.words + 1 };
    }
  return best[letters.length]?.text;
}

/** The best mendings of a run that do not overlap. */
async function mendRun(run: string, loadWords: () => Promise<Words>, count: CountRun, keeps: (word: string) => boolean): Promise<Mending[]> {
  const seams = await standingSeams(run, count, keeps);
  // No change would pass below; one character too many at the beginning tears nothing apart.
  if (seams.every(Boolean) && run[0] !== run[1]) return [];
  const words = await loadWords();
  const found: Mending[] = [];
  for (let from = 0; from < run.length; from++)
    for (let to = from + 2; to <= Math.min(run.length, from + LONGEST_WORD); to++) {
      const piece = run.slice(from, to);
      if (words.has(piece) || keeps(piece)) continue;
      for (const word of new Set([...words.alike(piece), ...words.near(piece)])) {
        const cost = costOf(piece, word, words);
        if (cost === undefined || changesSettled(piece, word, from, seams)) continue;
        const [typed, meant] = [await count(piece), await count(word)];
        if (!meant || (typed && meant < typed * MORE_OFTEN)) continue;
        const score = word.length + piece.length / 10 - cost - Math.log(2 + words.placeOf(word)) / 10 - (typed ? 0.5 : 0);
        found.push({ from, to, word, score, isCertain: typed === 0 });
      }
    }
  const chosen: Mending[] = [];
  for (const one of found.sort((a, b) => b.score - a.score))
    if (chosen.every(({ from, to }) => one.to <= from || one.from >= to)) chosen.push(one);
  return chosen;
}

/** What of a run is beyond doubt: seams of neighbours that stand together in several documents, or in a word editors keep. */
async function standingSeams(run: string, count: CountRun, keeps: (word: string) => boolean): Promise<boolean[]> {
  const seams: boolean[] = [];
  for (let at = 0; at + 1 < run.length; at++) seams.push((await count(run.slice(at, at + 2))) >= SEVERAL);
  for (let from = 0; from < run.length; from++) for (let to = from + 2; to <= run.length; to++) if (keeps(run.slice(from, to))) seams.fill(true, from, to - 1);
  return seams;
}

/** Whether a mending would change a character that stands well with a neighbour, or tear two apart that do. */
function changesSettled(piece: string, word: string, from: number, seams: readonly boolean[]): boolean {
  let same = 0;
  while (same < piece.length && piece[same] === word[same]) same++;
  let end = 0;
  while (end < piece.length - same && piece.at(-1 - end) === word.at(-1 - end)) end++;
  if (piece.length !== word.length) return Boolean(seams[from + same - 1]);
  for (let at = from + same; at < from + piece.length - end; at++) if (seams[at - 1] || seams[at]) return true;
  return false;
}

/** Whether a word was typed with one of its characters twice. */
const isDoubled = (piece: string, word: string): boolean =>
  [...piece].some((character, at) => character === piece[at + 1] && piece.slice(0, at) + piece.slice(at + 1) === word);

/** What the mistake costs; `undefined` when it is none people make. */
function costOf(piece: string, word: string, words: Words): number | undefined {
  if (piece.length > word.length) return isDoubled(piece, word) ? COSTS.doubled : undefined;
  if (piece.length < word.length) return piece.length > 2 ? COSTS.missing : undefined;
  const different = [...piece].flatMap((character, at) => (character === word[at] ? [] : [[character, word[at] as string] as const]));
  if (different.every(([a, b]) => words.sound(a, b))) return COSTS.sound * different.length;
  const [one] = different;
  if (different.length === 1 && one && words.look(...one)) return COSTS.look;
  if (different.length === 2 && piece.length > 2) return COSTS.exchanged;
  return different.length === 1 && piece.length > 3 ? COSTS.other : undefined;
}
