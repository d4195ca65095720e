import type { SearchDocument } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import type { Vocabulary } from '../format.ts';
import { isHan, runs } from '../tokens.ts';

/** Characters of a word that can be mistyped, and of a name that is known as a whole. */
const LONGEST_WORD = 6;
const LONGEST_NAME = 10;
const MOST_WORDS = 6000;
/** Documents of which names are read: more of them have the same words, and cost memory. */
const MOST_DOCUMENTS = 8000;

/** A piece of names: its first company, and whether it was ever in other. The end of a name is company of its own, each time. */
interface Seen {
  count: number;
  before: string | undefined;
  behind: string | undefined;
  othersBefore: boolean;
  othersBehind: boolean;
}

/**
 * Gathers the words of titles and aliases by which mistyped queries are mended: pieces that come several times in
 * different company (公积金, which no word list knows, in 取公积金, 公积金提取, 住房公积金), and short names as a whole.
 */
export async function buildVocabulary(documents: readonly SearchDocument[]): Promise<Vocabulary> {
  const names = documents.slice(0, MOST_DOCUMENTS).flatMap(({ title, aliases, language }) => (language ? [] : [title, ...aliases].map((name) => runs(name).filter(isHan))));
  const words = [...new Set([...(await repeatedPieces(names.flat())), ...shortNames(names)])].slice(0, MOST_WORDS);
  return { words: words.join(' ') };
}

async function repeatedPieces(names: readonly string[]): Promise<string[]> {
  const breathe = createBreather();
  const seen = new Map<string, Seen>();
  for (const name of names) {
    const characters = [...name];
    for (let from = 0; from < characters.length; from++)
      for (let to = from + 2; to <= Math.min(characters.length, from + LONGEST_WORD); to++)
        see(seen, characters.slice(from, to).join(''), characters[from - 1], characters[to]);
    await breathe();
  }
  return [...seen]
    .filter(([piece, { count, othersBefore, othersBehind }]) => count >= (piece.length > 2 ? 2 : 3) && othersBefore && othersBehind)
    .sort(([a, one], [b, other]) => other.count * (b.length - 1) - one.count * (a.length - 1) || (a < b ? -1 : 1))
    .map(([piece]) => piece);
}

function see(seen: Map<string, Seen>, piece: string, before: string | undefined, behind: string | undefined): void {
  const one = seen.get(piece);
  if (!one) return void seen.set(piece, { count: 1, before, behind, othersBefore: false, othersBehind: false });
  one.count += 1;
  one.othersBefore ||= before === undefined || before !== one.before;
  one.othersBehind ||= behind === undefined || behind !== one.behind;
}

const shortNames = (names: readonly string[][]): string[] =>
  names.flatMap(([first = '', ...others]) => (!others.length && first.length > 1 && first.length <= LONGEST_NAME ? [first] : []));
