import type { Content, FileShown, TargetShown } from '../content.ts';
import type { Field } from '../shape.ts';
import { readBlocks } from './blocks.ts';
import { showLines, showValue } from './show-value.ts';

/** Whether two values are written the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  // What others are called is not the writing of this document.
  const { id, title, mime } = value as Record<string, unknown>;
  if (typeof id === 'string' && (title !== undefined || mime !== undefined)) return { id };
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)).map(([name, item]) => [name, sorted(item)]));
}

/** Everything a value says, as one text: to judge how alike two values are, and to show what stayed. */
export function textOf(field: Field, value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value) && field.many) return value.map((item) => textOf({ ...field, many: false }, item)).join('、');
  switch (field.kind) {
    case 'rich-text':
      return readBlocks(String(value)).map(({ text }) => text).join('\n');
    case 'relation':
      return (value as TargetShown).title;
    case 'media':
      return (value as FileShown).name;
    case 'choices':
      return (value as unknown[]).map((key) => field.options?.[String(key)] ?? String(key)).join('、');
    case 'json':
      return showLines(value).map(({ label, text }) => `${label} ${text}`).join('\n');
    case 'component':
      return field.fields!.map((inner) => textOf(inner, (value as Content)[inner.name])).filter(Boolean).join('\n');
    default:
      return showValue(field, value);
  }
}
