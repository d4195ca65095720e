import type { Entry } from '../../../server/src/words/dictionary.ts';
import { LEVELS, WORD_KINDS } from '../../../server/src/words/word.ts';

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The dictionary as a table that can be imported again. With a mark, so that Excel and WPS read it as UTF-8. */
export function writeTable(words: readonly Entry[]): string {
  const rows = words
    .filter(({ isOn }) => isOn)
    .map(({ wrong, right, kind, level, note = '', except = [] }) => [wrong, right.join('；'), WORD_KINDS[kind], LEVELS[level], note, except.join('；')]);
  return `\ufeff${[['词', '建议', '类别', '级别', '说明', '例外'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A table in either of the encodings Excel and WPS save. */
export function decodeTable(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
