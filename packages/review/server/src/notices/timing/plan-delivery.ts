import { kindOf, type NoticeKindCode } from '../kinds.ts';
import type { Choices } from '../settings/choices.ts';
import { nextDigest } from './next-digest.ts';
import { afterSilence, type Silence } from './silence.ts';

/** When something leaves, and with what else: notices of one bundle and instant travel together. */
export interface Plan {
  due: Date;
  bundle: 'now' | 'night' | 'digest';
}

/** For how long what goes to one place at once is gathered, ms: robots take twenty messages a minute. */
const GATHER = 5_000;

/** Decides when a notice goes to somebody by e-mail; undefined when it does not. */
export function planMail(kind: string, { mail, digestAt, silence, urgentAtNight }: Choices, at: Date): Plan | undefined {
  const way = mail[kind as NoticeKindCode] ?? 'now';
  if (way === 'off') return undefined;
  if (way === 'digest') return { due: afterSilence(nextDigest(at, digestAt), silence), bundle: 'digest' };
  return planNow(kind, { silence, urgentAtNight }, at);
}

/** Decides when a notice goes out that is not to wait for a digest. */
export function planNow(kind: string, { silence, urgentAtNight }: { silence: Silence | null; urgentAtNight: boolean }, at: Date): Plan {
  const due = kindOf(kind).urgent && urgentAtNight ? at : afterSilence(at, silence);
  if (due > at) return { due, bundle: 'night' };
  return { due: new Date(Math.ceil(at.getTime() / GATHER) * GATHER), bundle: 'now' };
}
