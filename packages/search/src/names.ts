import { keyOf } from './tokens.ts';

/** Rows of a shard whose names lie in one file: some 700 bytes as they travel. */
const ROWS_A_FILE = 128;

/** In how many files the names of a shard lie. */
export const nameFilesOf = (rows: number): number => Math.ceil(rows / ROWS_A_FILE);

/** In which of them a name lies. */
export const fileOfName = (mark: number, files: number): number => mark % files;

/**
 * What stands for a name, however it is typed; a document number also without its 号.
 * @returns 32 bits (FNV-1a): two names of a shard are hardly ever the same.
 */
export function markOfName(name: string): number {
  const bare = keyOf(name).replace(/(?<=\d)号$/, '');
  let mark = 0x811c_9dc5;
  for (let at = 0; at < bare.length; at++) mark = Math.imul(mark ^ bare.charCodeAt(at), 0x0100_0193);
  return mark >>> 0;
}
