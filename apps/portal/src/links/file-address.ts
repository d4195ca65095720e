import { mediaPath, type FileRef } from '@mingchuang/content';

/** Address of a file for use in a page: characters that would end or change an address are encoded, Chinese stays. */
export function fileAddress(file: Pick<FileRef, 'hash' | 'name'>): string {
  return mediaPath(file).replace(/[\s%?#"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}
