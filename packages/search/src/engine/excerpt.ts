import { isHan, normalise, pairs } from '../tokens.ts';
import type { Marked } from './protocol.ts';

/** Characters of an excerpt, and how many of them may stand before the first mark. */
const SIZE = 96;
const BEFORE = 24;
const MOST_MARKS = 200;

interface Span {
  from: number;
  to: number;
}

/**
 * Cuts a text into plain and marked pieces.
 * @param shown The same text in other characters, to be shown instead.
 */
export const markText = (text: string, words: readonly string[], shown = text): Marked => pieces(asLong(shown, text), spansOf(text, words), 0, text.length);

/** Places are those of the text that was searched: what is not as long cannot be cut by them. */
const asLong = (shown: string, text: string): string => (shown.length === text.length ? shown : text);

/**
 * Cuts the most telling piece out of a text: where most different words stand together, from the beginning of a
 * sentence if one is near.
 * @param shown The same text in other characters, to be shown instead.
 */
export function excerptOf(body: string, words: readonly string[], shown = body): Marked {
  const text = body.trim();
  const spans = spansOf(text, words);
  const from = spans.length ? beginning(text, bestStart(text, spans)) : 0;
  const to = Math.min(text.length, from + SIZE);
  const cut = pieces(asLong(shown.trim(), text), spans, from, to).map((piece) => piece.replace(/\s+/g, ' ').replace(/([，。；：、！？]) /g, '$1'));
  if (from > 0) cut[0] = `……${cut[0]}`;
  if (to < text.length) {
    if (cut.length % 2 === 0) cut.push('……');
    else cut[cut.length - 1] += '……';
  }
  return cut;
}

/** Start of the span from which a window shows most: a new word by its length, the same again for little. */
function bestStart(text: string, spans: readonly Span[]): number {
  let best = -1;
  let start = 0;
  spans.forEach((first, index) => {
    const seen = new Set<string>();
    let value = 0;
    for (const { from, to } of spans.slice(index)) {
      if (to - first.from > SIZE - BEFORE) break;
      const word = text.slice(from, to);
      value += seen.has(word) ? 0.2 : word.length;
      seen.add(word);
    }
    if (value > best) {
      best = value;
      start = first.from;
    }
  });
  return start;
}

function beginning(text: string, mark: number): number {
  const from = Math.max(0, mark - BEFORE);
  const sentence = text.slice(from, mark).search(/[。；！？\n][^。；！？\n]*$/);
  return sentence < 0 ? from : from + sentence + 1;
}

/** Where the words stand, or, when none of them does, the pairs they are made of. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const plain = sameLength(text);
  const spans = placesOf(plain, words);
  return joined(spans.length ? spans : placesOf(plain, [...new Set(words.flatMap((word) => (isHan(word) ? pairs(word) : [])))]));
}

/** Longest words first, none inside another (pairs of a word overlap), Latin words and numbers only from their beginning. */
function placesOf(text: string, words: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    let from = text.indexOf(word);
    for (let count = 0; from >= 0 && count < MOST_MARKS; count++) {
      const to = from + word.length;
      const apart = isHan(word) || (!ALPHANUMERIC.test(text.charAt(from - 1)) && !(DIGIT.test(word) && DIGIT.test(text.charAt(to))));
      if (apart && !spans.some((span) => span.from <= from && span.to >= to)) spans.push({ from, to });
      from = text.indexOf(word, to);
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

const ALPHANUMERIC = /[a-z0-9]/;
const DIGIT = /^\d+$/;

/** Marks that touch or overlap are one mark. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { from, to } of spans) {
    const last = whole.at(-1);
    if (last && last.to >= from) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

function pieces(text: string, spans: readonly Span[], from: number, to: number): Marked {
  const cut: Marked = [];
  let at = from;
  for (const span of spans) {
    if (span.from < from || span.to > to) continue;
    cut.push(text.slice(at, span.from), text.slice(span.from, span.to));
    at = span.to;
  }
  if (at < to || !cut.length) cut.push(text.slice(at, to));
  return cut;
}

/** Normalised text in which every character has kept its place. */
function sameLength(text: string): string {
  const normal = normalise(text);
  if (normal.length === text.length) return normal;
  return [...text]
    .map((character) => {
      const own = normalise(character);
      return own.length === character.length ? own : character;
    })
    .join('');
}
