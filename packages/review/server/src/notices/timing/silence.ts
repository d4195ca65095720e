import { shanghaiDate } from '@mingchuang/content/dates';

import { dayAfter, instantAt, timeOfDay } from './shanghai-time.ts';

/** Hours in which nothing is sent, `HH:MM` in Asia/Shanghai; the end no longer belongs to them. They may pass midnight. */
export interface Silence {
  from: string;
  to: string;
}

/** Nobody is disturbed between ten at night and seven in the morning unless they want to be. */
export const NIGHT: Silence = { from: '22:00', to: '07:00' };

/** Whether an instant lies in the silence. Hours that end where they begin are none. */
export function isSilent(at: Date, { from, to }: Silence): boolean {
  const time = timeOfDay(at);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** The first instant at or after this one at which something may be sent. */
export function afterSilence(at: Date, silence: Silence | null): Date {
  if (!silence || !isSilent(at, silence)) return at;
  const today = instantAt(shanghaiDate(at), silence.to);
  return today > at ? today : instantAt(dayAfter(at), silence.to);
}
