import type { Conflict } from './save-guard.ts';

const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' });
const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' });

/** An instant as people say it: the time today, with the day otherwise. */
export function sayTime(instant: string, now: Date): string {
  const date = new Date(instant);
  return day.format(date) === day.format(now) ? time.format(date) : `${day.format(date)} ${time.format(date)}`;
}

/** Who saved a newer version, and when. */
export const saySaved = ({ name, isMine, updatedAt }: Conflict) =>
  `${isMine ? '您在另一个窗口' : name} ${sayTime(updatedAt, new Date())} 保存了新版本。`;
