import { t } from '../strings/index.ts';

/** The size of a file for people. @param bytes */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? t('file.size.kB', { size: Math.max(1, Math.round(bytes / 1000)) })
    : t('file.size.MB', { size: (bytes / 1_000_000).toFixed(1) });
}
