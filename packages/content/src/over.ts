import type { AnyEntry } from './types.ts';

/**
 * True from the day on which a notice goes off line (下线日期): only the fact that its period is over may be shown then.
 * @param today YYYY-MM-DD in Asia/Shanghai.
 */
export function isOver(entry: AnyEntry, today: string): boolean {
  return canBeOver(entry) && entry.data.expiresOn !== undefined && entry.data.expiresOn <= today;
}

/** Whether an entry is of a kind that goes off line by itself. */
export function canBeOver(entry: AnyEntry): entry is Extract<AnyEntry, { type: 'public-notice' }> {
  return entry.type === 'public-notice';
}
