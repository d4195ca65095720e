import { diffArrays } from 'diff';

import type { Piece } from './types.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a text; figures and Latin words stay whole, Chinese is parted where words end. */
const wordsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Beyond this many characters on both sides words are not compared one by one: nobody could read the result. */
const LONGEST = 40_000;

/** Two texts word by word, each as its own side shows it. */
export function compareWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  if (before === after) return { before: whole(before, 'same'), after: whole(after, 'same') };
  if (before.length + after.length > LONGEST) return { before: whole(before, 'removed'), after: whole(after, 'added') };
  const sides = { before: [] as Piece[], after: [] as Piece[] };
  for (const { value, added, removed } of diffArrays(wordsOf(before), wordsOf(after))) {
    const text = value.join('');
    if (!added) sides.before.push({ text, mark: removed ? 'removed' : 'same' });
    if (!removed) sides.after.push({ text, mark: added ? 'added' : 'same' });
  }
  return { before: join(sides.before), after: join(sides.after) };
}

/** A text as one piece; none for an empty one. */
export function whole(text: string, mark: Piece['mark']): Piece[] {
  return text === '' ? [] : [{ text, mark }];
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.mark === piece.mark) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** How much two texts have in common, by pairs of characters: 0 nothing, 1 everything. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = countPairs(a);
  let shared = 0;
  let total = Math.max(a.length - 1, 0);
  for (let at = 0; at < b.length - 1; at++) {
    total++;
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
