import { lengthOf, SIGNATURE, type RankTable } from '../format.ts';

const encoder = new TextEncoder();

/**
 * Rebuilds the table Pagefind 1.6.0 wants before it reads postings (`pf_meta`, CBOR): version, pages as
 * [hash, words, group], chunks as [from, to, hash], and no filters, sorts or metadata. Row numbers stand for page hashes,
 * chunks are numbered.
 */
export function buildPagefindMeta({ pagefind, length, chunks }: RankTable): Uint8Array {
  const bytes: number[] = [...encoder.encode(SIGNATURE)];
  const head = (major: number, value: number) => {
    const type = major << 5;
    if (value < 24) bytes.push(type | value);
    else if (value < 256) bytes.push(type | 24, value);
    else if (value < 65_536) bytes.push(type | 25, value >> 8, value & 255);
    else bytes.push(type | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
  };
  const text = (value: string) => {
    const encoded = encoder.encode(value);
    head(3, encoded.length);
    for (const byte of encoded) bytes.push(byte);
  };
  const list = (size: number) => head(4, size);

  list(6);
  text(pagefind);
  list(length.length);
  length.forEach((code, row) => {
    list(3);
    text(row.toString(36));
    head(0, lengthOf(code));
    text('');
  });
  list(chunks.length);
  chunks.forEach((from, number) => {
    list(3);
    text(from);
    text(lastBefore(chunks[number + 1]));
    text(number.toString(36));
  });
  list(0);
  list(0);
  list(0);
  return new Uint8Array(bytes);
}

/** The end of a chunk: everything below the first token of the next. */
function lastBefore(next: string | undefined): string {
  const characters = [...(next ?? '')];
  const last = characters.pop()?.codePointAt(0);
  return characters.join('') + (last ? String.fromCodePoint(last - 1) : '') + HIGHEST;
}

/** Behind every character, those beyond the first plane included. */
const HIGHEST = '\u{10ffff}';
