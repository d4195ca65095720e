import { tokens } from '../tokens.ts';

/** A piece longer than this is cut anywhere: tables and lists may have no sentence ends. */
const LONGEST_PIECE = 400;

/**
 * Cuts a body into parts of `size` places of the index, so that a result loads only the part its match lies in: place `p`
 * of the body stands in part `floor(p / size)`. A sentence over the seam is whole in both parts.
 */
export function cutSegments(body: string, size: number): string[] {
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
  return starts.map((start, index) => body.slice(start, ends[index]));
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
