import { tokens } from '../tokens.ts';

/** A piece longer than this is cut anywhere: tables and lists may have no sentence ends. */
const LONGEST_PIECE = 400;
/** Characters of the neighbours kept on both sides, so that a match at the seam still has its surroundings. */
const OVERLAP = 120;

/**
 * Cuts a body into parts of about `size` places of the index, so that a result loads the part its match lies in.
 *
 * The browser computes the part from the place of the match, and then looks for the words in it; the overlap covers the
 * difference where a long piece was cut inside a run.
 */
export function cutSegments(body: string, size: number): string[] {
  const starts = [0];
  let places = 0;
  let at = 0;
  for (const piece of piecesOf(body)) {
    if (places >= starts.length * size) starts.push(at);
    places += tokens(piece).length;
    at += piece.length;
    // A piece may fill more than a segment only when segments are tiny; the count must stay that of the index.
    while (places > (starts.length + 1) * size) starts.push(at);
  }
  if (places > starts.length * size) starts.push(at);
  return starts.map((start, index) => body.slice(Math.max(0, start - OVERLAP), (starts[index + 1] ?? body.length) + OVERLAP));
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
