import { ANNUAL_CELLS } from '@mingchuang/content/annual-tables';

import type { Field } from '../shape.ts';

/** A value as a person reads it; the empty text for none. */
export function showValue(field: Pick<Field, 'kind' | 'options'>, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (field.kind) {
    case 'boolean':
      return value ? '是' : '否';
    case 'choice':
      return field.options?.[String(value)] ?? String(value);
    case 'date':
      return showDate(String(value));
    case 'instant':
      return showInstant(String(value));
    default:
      return typeof value === 'string' ? value : String(value);
  }
}

function showDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });
const showInstant = (instant: string) => clock.format(new Date(instant));

/** What a structured value holds, one line for each part of it. */
export function showLines(value: unknown): { label: string; text: string }[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((row, at) => ({ label: `第 ${at + 1} 行`, text: Array.isArray(row) ? row.map(showPlain).join(' | ') : showPlain(row) }));
  if (typeof value !== 'object') return [{ label: '', text: String(value) }];
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => ({ label: ANNUAL_CELLS.get(key) ?? key, text: showPlain(item) }));
}

const showPlain = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
