import type { WrittenText } from '../document.ts';
import type { Remark } from '../finding.ts';

/** A remark on some words of a text. */
export function remarkOn(
  text: WrittenText,
  [start, end]: readonly [number, number],
  remark: Omit<Remark, 'field' | 'span'>,
): Remark {
  return { quote: text.text.slice(start, end), ...remark, field: text.field, span: { start, end } };
}

/** Some letters around a place, for a remark whose own words say little. */
export function around(text: string, start: number, end: number, letters = 6): string {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const close = text.indexOf('\n', end);
  return text.slice(Math.max(line, start - letters), Math.min(close === -1 ? text.length : close, end + letters));
}
