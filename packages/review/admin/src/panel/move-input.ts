import { shanghaiMinute } from '@mingchuang/content/dates';

import type { Asked, MoveForm } from './move-forms.ts';

/** What somebody has filled in for a move. */
export interface Given {
  remark?: string;
  field?: string;
  to?: number;
  /** documentId. */
  column?: string;
  /** `YYYY-MM-DDTHH:MM`, in Asia/Shanghai. */
  at?: string;
  reason?: string;
  changeKind?: 'minor' | 'major';
  changeNote?: string;
}

type Ask = MoveForm['asks'][number];

const isFilled: Record<Asked, (given: Given) => boolean> = {
  remark: ({ remark }) => Boolean(remark?.trim()),
  field: ({ field }) => Boolean(field),
  to: ({ to }) => to !== undefined,
  column: ({ column }) => Boolean(column),
  at: ({ at }) => toInstant(at) !== undefined,
  reason: ({ reason }) => Boolean(reason?.trim()),
  change: ({ changeKind, changeNote }) => changeKind === 'minor' || (changeKind === 'major' && Boolean(changeNote?.trim())),
};

const MISSING: Record<Asked, string> = {
  remark: '请写意见。',
  field: '请选一处。',
  to: '请选一位同事。',
  column: '请选一个栏目。',
  at: '请填日期和时间，例如 2026-11-28 09:00。',
  reason: '请写理由。',
  change: '请选这次改动的大小；重要更新要写一句说明。',
};

/** What is wrong with an answer, if anything. @param now For times that have passed. */
export function problemOf({ what, required }: Ask, given: Given, now: Date): string | undefined {
  if (what === 'at' && given.at) {
    const instant = toInstant(given.at);
    if (!instant) return MISSING.at;
    if (instant <= now.toISOString()) return '这个时间已经过了，请选以后的时间。';
  }
  return required && !isFilled[what](given) ? MISSING[what] : undefined;
}

/** Whether everything a form requires is there. */
export const isComplete = ({ asks }: MoveForm, given: Given, now = new Date()): boolean => asks.every((ask) => !problemOf(ask, given, now));

/** An instant out of a date and minute in Asia/Shanghai, whatever the time zone of the computer. China has no summer time. */
export function toInstant(minute: string | undefined): string | undefined {
  if (!minute || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute)) return undefined;
  const date = new Date(`${minute}:00+08:00`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The same back, for a form that changes what was set. */
export const toMinute = (instant: string): string => shanghaiMinute(instant).replace(' ', 'T');

/** What is sent with the move. @param before What was set already: a time that was taken out of the form is taken back. */
export function toRequest({ asks }: MoveForm, given: Given, before: Given = {}): Record<string, unknown> {
  const asked = new Set(asks.map(({ what }) => what));
  const instant = toInstant(given.at);
  return {
    ...(asked.has('remark') && given.remark?.trim() ? { remark: given.remark.trim() } : {}),
    ...(asked.has('field') && given.field ? { field: given.field } : {}),
    ...(asked.has('to') && given.to !== undefined ? { to: given.to } : {}),
    ...(asked.has('column') && given.column ? { to: given.column } : {}),
    ...(asked.has('at') && (instant || before.at) ? { at: instant ?? null } : {}),
    ...(asked.has('reason') && given.reason?.trim() ? { reason: given.reason.trim() } : {}),
    ...(asked.has('change') && given.changeKind ? { changeKind: given.changeKind } : {}),
    ...(asked.has('change') && given.changeNote?.trim() ? { changeNote: given.changeNote.trim() } : {}),
  };
}
