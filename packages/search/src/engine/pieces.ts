import { isHan, pairs } from '../tokens.ts';
import type { Rules } from './rules.ts';

/** A part of a query that is looked for by itself when all of it stands nowhere together. */
export interface Piece {
  run: string;
  /** How much it says, beside how rare it is: from 0 to 1. */
  weight: number;
  /** Other ways to say it. */
  also: readonly string[];
}

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Pairs over the seam of two words say little, those with a particle and words that only ask hardly anything. */
const SEAM = 0.25;
const HOLLOW = 0.15;
const WITHIN_TERM = 0.5;
const PARTICLES = new Set('的了吗呢吧啊着过我你您他她在有是要能不没给把被就都还也和与及或到去来这那几个想让');
const ASKING = /请问|怎[么样]办?|如何|什么|多少|哪[里儿些个天]|需要|可以|能不能|有没有|是不是|要不要|为什么|多久|几天/g;

/**
 * Takes a run of the query apart: into terms that can be said in other ways, and the pairs of characters of all else.
 *
 * Pairs find what words find, in every browser alike; where the browser knows words, pairs inside one count more than
 * pairs over the seam of two.
 */
export function piecesOf(run: string, rules: Rules, segment = segmenter): Piece[] {
  if (!isHan(run)) return [{ run, weight: 1, also: rules.alternatives(run) }];
  const pieces: Piece[] = [];
  let at = 0;
  const between = (to: number) => {
    if (to > at) pieces.push(...pairsOf(run.slice(at, to), segment));
  };
  for (const { from, to, term } of rules.termsIn(run)) {
    between(from);
    pieces.push({ run: term, weight: 1, also: rules.alternatives(term) });
    // A long term may stand in parts: 提前退休 in 提前三年退休.
    if (to - from > 3) pieces.push(...pairsOf(term, segment).map((piece) => ({ ...piece, weight: piece.weight * WITHIN_TERM })));
    at = to;
  }
  between(run.length);
  return joined(pieces);
}

function pairsOf(text: string, segment: Intl.Segmenter | undefined): Piece[] {
  const characters = [...text];
  const words = segment ? wordsAt(text, segment) : characters.map(() => 0);
  const asks = askingAt(text);
  return pairs(text).map((run, index) => {
    const [word, next] = [words[index], words[index + 1]];
    const inWord = word === next && word !== 0;
    const isHollow = (asks[index] && asks[index + 1]) || (!inWord && [...run].some((character) => PARTICLES.has(character)));
    return { run, weight: isHollow ? HOLLOW : word === next ? 1 : SEAM, also: [] };
  });
}

/** Number of the word each character is in; 0 for single ones, which word lists leave of words they do not know. */
function wordsAt(text: string, segment: Intl.Segmenter): number[] {
  return [...segment.segment(text)].flatMap(({ segment: word }, index) => {
    const characters = [...word];
    return characters.map(() => (characters.length > 1 ? index + 1 : 0));
  });
}

function askingAt(text: string): boolean[] {
  const characters = [...text].map(() => false);
  for (const { 0: word, index } of text.matchAll(ASKING)) {
    const from = [...text.slice(0, index)].length;
    for (let at = from; at < from + [...word].length; at++) characters[at] = true;
  }
  return characters;
}

/** The same piece twice counts once, by its greater weight. */
function joined(pieces: readonly Piece[]): Piece[] {
  const byRun = new Map<string, Piece>();
  for (const piece of pieces) {
    const known = byRun.get(piece.run);
    if (!known || known.weight < piece.weight) byRun.set(piece.run, piece);
  }
  return [...byRun.values()];
}
