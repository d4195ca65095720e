import type { SearchDocument } from '@mingchuang/content';

import type { Vocabulary } from '../format.ts';
import { isHan, runs } from '../tokens.ts';

/** Characters of a word that can be mistyped, and of a name that is known as a whole. */
const LONGEST_WORD = 6;
const LONGEST_NAME = 10;
const MOST_WORDS = 6000;

interface Seen {
  count: number;
  before: Set<string>;
  behind: Set<string>;
}

/**
 * Gathers the words of titles and aliases by which mistyped queries are mended: pieces that come several times in
 * different company (公积金, which no word list knows, in 取公积金, 公积金提取, 住房公积金), and short names as a whole.
 */
export function buildVocabulary(documents: readonly SearchDocument[]): Vocabulary {
  const names = documents.flatMap(({ title, aliases, language }) => (language ? [] : [title, ...aliases].map((name) => runs(name).filter(isHan))));
  const words = [...new Set([...repeatedPieces(names.flat()), ...shortNames(names)])].slice(0, MOST_WORDS);
  return { words: words.join(' ') };
}

function repeatedPieces(names: readonly string[]): string[] {
  const seen = new Map<string, Seen>();
  for (const [number, name] of names.entries()) {
    const characters = [...name];
    for (let from = 0; from < characters.length; from++)
      for (let to = from + 2; to <= Math.min(characters.length, from + LONGEST_WORD); to++) {
        const piece = characters.slice(from, to).join('');
        const one = seen.get(piece) ?? { count: 0, before: new Set(), behind: new Set() };
        seen.set(piece, one);
        one.count += 1;
        // The end of a name is company of its own, each time.
        one.before.add(characters[from - 1] ?? `^${number}`);
        one.behind.add(characters[to] ?? `$${number}`);
      }
  }
  return [...seen]
    .filter(([piece, { count, before, behind }]) => count >= (piece.length > 2 ? 2 : 3) && before.size > 1 && behind.size > 1)
    .sort(([a, one], [b, other]) => other.count * (b.length - 1) - one.count * (a.length - 1) || (a < b ? -1 : 1))
    .map(([piece]) => piece);
}

const shortNames = (names: readonly string[][]): string[] =>
  names.flatMap(([first = '', ...others]) => (!others.length && first.length > 1 && first.length <= LONGEST_NAME ? [first] : []));
