import { shanghaiDate } from '@mingchuang/content/dates';

/** How something stands against its time, in words. */
export interface DueText {
  text: string;
  isOverdue: boolean;
}

const day = (date: string) => {
  const [, month, dayOfMonth] = date.split('-').map(Number);
  return `${month} 月 ${dayOfMonth} 日`;
};

/**
 * Says until when something is to be done. @param due An instant, the end of a working day.
 * @param workingDays Working days that are left, or over when it is overdue; 0 for today.
 */
export function describeDue(due: string, workingDays: number, now: Date): DueText {
  const date = shanghaiDate(due);
  if (due <= now.toISOString()) return { text: workingDays > 0 ? `已超期 ${workingDays} 个工作日` : '已超期', isOverdue: true };
  if (date === shanghaiDate(now)) return { text: '今天要办完', isOverdue: false };
  return { text: `${day(date)}前办完，还有 ${workingDays} 个工作日`, isOverdue: false };
}
