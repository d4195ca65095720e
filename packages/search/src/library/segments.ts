import type { SearchSection } from '@mingchuang/content';

import { tokens } from '../tokens.ts';

/** A piece longer than this is cut anywhere: tables and lists may have no sentence ends. */
const LONGEST_PIECE = 400;

/** A part of a body and where it begins. */
export interface Segment {
  from: number;
  body: string;
}

/** The sections that stand in a part of a body, their places counted in it. */
export function sectionsOf({ from, body }: Segment, sections: readonly SearchSection[]): SearchSection[] {
  const to = from + body.length;
  return sections
    .filter((section, index) => section.from < to && (sections[index + 1]?.from ?? Infinity) > from)
    .map((section) => ({ ...section, from: Math.max(0, section.from - from) }));
}

/**
 * Cuts a body into parts of `size` places of the index, so that a result loads only the part its match lies in: place `p`
 * of the body stands in part `floor(p / size)`. A sentence over the seam is whole in both parts.
 */
export function cutSegments(body: string, size: number): Segment[] {
  const starts = [0];
  const ends: number[] = [];
  let places = 0;
  let at = 0;
  for (const piece of piecesOf(body)) {
    const end = at + piece.length;
    places += tokens(piece).length;
    while (places > starts.length * size) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return starts.map((from, index) => ({ from, body: body.slice(from, ends[index]) }));
}

function piecesOf(body: string): string[] {
  const sentences = body.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/g) ?? [];
  return sentences.flatMap((sentence) =>
    sentence.length <= LONGEST_PIECE
      ? [sentence]
      : Array.from({ length: Math.ceil(sentence.length / LONGEST_PIECE) }, (_, part) =>
          sentence.slice(part * LONGEST_PIECE, (part + 1) * LONGEST_PIECE),
        ),
  );
}
