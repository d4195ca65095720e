import type { Core } from '@strapi/strapi';

const SESSION = 'admin::session';

interface Session {
  sessionId: string;
  userId: string;
  status: string;
  childId: string | null;
  metadata: Record<string, unknown> | null;
}

const find = (strapi: Core.Strapi, sessionId: string) => strapi.db.query(SESSION as never).findOne({ where: { sessionId } }) as Promise<Session | null>;

/** How far a session has got. A session that was ended by its owner is over, although its last token still runs. */
export type Standing = 'verified' | 'unverified' | 'over';

/**
 * Looks a session up. Strapi makes a new row with each refresh and copies its metadata, so what stands there holds for
 * the whole life of a session and for no other. Ending a session removes its newest row only: the row before, whose
 * token may live for half an hour, must not outlive it.
 */
export async function standingOf(strapi: Core.Strapi, sessionId: string): Promise<Standing> {
  const session = await find(strapi, sessionId);
  if (!session) return 'over';
  if (session.status === 'rotated' && session.childId && !(await hasLiving(strapi, session.childId))) return 'over';
  return session.metadata?.secondFactorAt ? 'verified' : 'unverified';
}

async function hasLiving(strapi: Core.Strapi, sessionId: string): Promise<boolean> {
  const session = await find(strapi, sessionId);
  if (!session) return false;
  return session.status === 'rotated' && session.childId ? hasLiving(strapi, session.childId) : true;
}

/** Marks a session as verified, with those it was renewed to meanwhile. */
export async function markVerified(strapi: Core.Strapi, sessionId: string, now: Date): Promise<void> {
  const session = await find(strapi, sessionId);
  if (!session) return;
  const metadata = { ...session.metadata, secondFactorAt: now.toISOString() };
  await strapi.db.query(SESSION as never).update({ where: { sessionId }, data: { metadata } as never });
  if (session.childId) await markVerified(strapi, session.childId, now);
}
