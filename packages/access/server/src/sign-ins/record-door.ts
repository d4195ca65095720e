import type { Core } from '@strapi/strapi';

import { nameOfUser } from '../audit/actor.ts';
import { auditOf } from '../audit/audit.ts';
import type { Door } from './doors.ts';

interface Knock {
  outcome: 'succeeded' | 'failed' | 'locked';
  /** The account, where there is one. */
  user: { id: number; firstname?: string | null; lastname?: string | null; email?: string | null } | undefined;
  /** How long a lock still holds, ms. */
  wait: number;
  /** Account and address, by which one lock is told from another. */
  who: string;
}

const VERBS = { succeeded: 'succeed', failed: 'fail', locked: 'lock' } as const;
/** Until when a lock has been written down, by whom it holds: knocking on changes nothing. */
const locks = new Map<string, number>();

/** Writes into the audit who came in, who did not, and that a lock began. */
export async function recordDoor(strapi: Core.Strapi, door: Door['name'], { outcome, user, wait, who }: Knock): Promise<void> {
  if (outcome === 'locked' && !isNews(`${door}\0${who}`, Date.now(), wait)) return;
  const action = `${door}.${VERBS[outcome]}`;
  const name = user && nameOfUser(user);
  const subject = user && { uid: 'admin::user', documentId: user.id, title: name };
  if (outcome === 'succeeded' && user) return auditOf(strapi).service.record({ action, subject, by: { kind: 'user', id: user.id, name: name! } });
  const note = user ? null : '没有这个账号';
  return auditOf(strapi).service.record({ action, subject, note: door === 'sign-in' ? note : null, by: { kind: 'visitor', name: '未登录' } });
}

function isNews(key: string, now: number, wait: number): boolean {
  for (const [other, until] of locks) if (until <= now) locks.delete(other);
  if (locks.has(key)) return false;
  locks.set(key, now + wait);
  return true;
}
