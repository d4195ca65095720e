import { dateInWords, shanghaiDate, type PublishedForm } from '@mingchuang/content';

import type { Answer } from '../pages/answer.ts';
import { closedNotice } from '../pages/notices.ts';

/** Says that a form is not open, or not any more. */
export function closedAnswer({ kind, title, path, closesOn }: PublishedForm): Answer {
  return { kind: 'notice', notice: closedNotice(kind, { title, path, date: dateInWords(closesOn) }) };
}

/** Whether a form is open at an instant; its first and last day are inside. */
export function isOpen({ opensOn, closesOn }: PublishedForm, now: number): boolean {
  const day = shanghaiDate(new Date(now));
  return opensOn <= day && day <= closesOn;
}
