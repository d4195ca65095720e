/** A piece of a text, by the places of its first character and the one after its last. */
export interface Piece {
  start: number;
  end: number;
}

/** Closing marks belong to the sentence they close. A full stop ends one only before a space: 14.6 does not. */
const END = /(?:[。！？；!?;]|…+)[。！？；!?;…”’」』）)》】]*|\.(?=\s)/g;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Several browsers fall silent within a long utterance: what is longer is parted at a comma. */
const LONGEST = 80;
const COMMA = /[，、：,:][”’」』）)》】]*/g;

/** Parts a text into what is said in one breath. Pieces without a letter or number are left out. */
export function splitSentences(text: string): Piece[] {
  return cutAfter(text, { start: 0, end: text.length }, END)
    .flatMap((piece) => (piece.end - piece.start > LONGEST ? joinShort(cutAfter(text, piece, COMMA)) : [piece]))
    .filter(({ start, end }) => SAYS_SOMETHING.test(text.slice(start, end)));
}

function cutAfter(text: string, { start, end }: Piece, mark: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const found of text.slice(start, end).matchAll(mark)) {
    const to = start + found.index + found[0].length;
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

/** Puts neighbours together as long as they stay short enough, so that not every comma is a stop. */
function joinShort(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && piece.end - last.start <= LONGEST) last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined;
}
