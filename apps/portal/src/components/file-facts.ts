import type { FileRef } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { sizeInWords } from './file-size.ts';

/** Kinds of files by their extension; others are called by it. */
const KINDS = {
  word: /^(docx?|wps)$/,
  table: /^(xlsx?|et)$/,
  slides: /^(pptx?|dps)$/,
  csv: /^csv$/,
  archive: /^zip$/,
  picture: /^(png|jpe?g|gif|webp)$/,
  sound: /^mp3$/,
  film: /^mp4$/,
  text: /^txt$/,
} as const;

/** What one gets before one downloads it: “Word 文档，24 kB”. */
export function fileFacts({ name, size }: Pick<FileRef, 'name' | 'size'>): string {
  return t('file.facts', { kind: kindInWords(name), size: sizeInWords(size) });
}

function kindInWords(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((candidate) => KINDS[candidate].test(extension));
  return kind ? t(`file.kind.${kind}`) : extension.toUpperCase();
}
