import type { Rules } from '../engine/rules.ts';
import { isHan, runs } from '../tokens.ts';
import { folded } from './folded.ts';

/** A piece of a question: two characters, a lone one, a word of letters or a number; and other words for what it is part of. */
interface Unit {
  text: string;
  others: readonly string[];
  /** Lone characters, and verbs of every service, say less. */
  weight: number;
  /** Place in the question. */
  at: number;
}

/** Characters that bind words: what they stand in is no word. */
const BINDING = /[的了吗呢吧么能会要可不没在到去来从给跟和与把被让都也还就才又再是为得着我你他她这那哪谁几多少怎什上下里后前有一个每最想刚已该]/u;
/** Verbs of every service. */
const EVERY = /^[办做领交弄换取开申查]$/u;
const LONE = 0.4;

/** Single characters that say something, each once. */
export const charactersOf = (text: string): string[] => [...new Set(folded(text))].filter((character) => /\p{L}/u.test(character) && !BINDING.test(character));

/** What a short text is about: the same without the verbs of every service. */
export const matterOf = (text: string): string[] => charactersOf(text).filter((character) => !EVERY.test(character));

/** What a question is made of, to be found in texts. */
export type Units = readonly Unit[];

/** Cuts a question into pieces; words that mean the same stand in for each other. */
export function unitsOf(text: string, rules: Rules): Units {
  let from = -1;
  return runs(folded(text)).flatMap((run, number, all) => {
    // Places of different runs are never neighbours.
    from += (number ? [...all[number - 1]!].length : 0) + 1;
    if (!isHan(run)) return [{ text: run, others: [], weight: 1, at: from }];
    const terms = rules.termsIn(run).map(({ from, to, term }) => ({ from, to, others: rules.alternatives(term).map(folded) }));
    return piecesOf(run).map(({ piece, at }) => ({
      text: piece,
      others: terms.flatMap(({ from, to, others }) => (at >= from && at + piece.length <= to ? others : [])),
      weight: piece.length === 1 || [...piece].some((character) => EVERY.test(character)) ? LONE : 1,
      at: from + at,
    }));
  });
}

/** Pairs of characters between those that bind, and what stands alone there. */
function piecesOf(run: string): { piece: string; at: number }[] {
  const characters = [...run];
  const binds = characters.map((character) => BINDING.test(character));
  return characters.flatMap((character, at) => {
    if (binds[at]) return [];
    const next = characters[at + 1];
    if (next !== undefined && !binds[at + 1]) return [{ piece: character + next, at }];
    const isLone = (at === 0 || binds[at - 1]) && !EVERY.test(character);
    return isLone ? [{ piece: character, at }] : [];
  });
}

/** Which pieces stand in a text. One between two that do joins two words, and counts as well. */
export const heldBy = (units: Units, text: string): boolean[] => {
  const normal = folded(text);
  // 2 stands in 12 without being meant.
  const holds = (piece: string) => (/^\d+$/.test(piece) ? new RegExp(`(?<!\\d)${piece}(?!\\d)`).test(normal) : normal.includes(piece));
  const held = units.map(({ text: piece, others }) => holds(piece) || others.some(holds));
  const joins = (index: number) => held[index - 1] === true && held[index + 1] === true && units[index - 1]!.at + 1 === units[index]!.at && units[index]!.at + 1 === units[index + 1]!.at;
  return held.map((one, index) => one || joins(index));
};

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** How much of some weights is of those that are held. */
export function part(weights: readonly number[], isHeld: (at: number) => boolean): number {
  const all = sumOf(weights);
  return all && sumOf(weights.filter((_, at) => isHeld(at))) / all;
}
