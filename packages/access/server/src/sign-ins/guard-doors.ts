import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { auditOf } from '../audit/audit.ts';
import { isLoopback, networkOf, visitorOf } from './address.ts';
import { noteSignIn } from '../dormant/seen.ts';
import { type Attempts, type Count, createAttempts } from './attempts.ts';
import { type Door, findDoor, findLeaving } from './doors.ts';
import { refuseWeak } from './guard-passwords.ts';
import type { Owner } from './password-rules.ts';
import { recordDoor } from './record-door.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** bcrypt of random bytes nobody kept, as costly to compare as a real one. */
const NOBODYS_HASH = '$2a$10$vbezblE22/vf/eajDsZ6wOEAW3Y7IiKxhW1946wGz2vn8u/QN6avu';

/**
 * Slows down whoever guesses passwords or tokens, and writes down who came in and who did not. What it answers is the
 * same whether an account exists or not. It belongs behind the body parser.
 * @throws {errors.RateLimitError} While there is a lock.
 */
export const guardDoors =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    // Strapi ends every session before it sets a new password: one that is refused must be refused before that.
    if (ctx.method === 'PUT' && /^\/admin\/users\//i.test(ctx.path)) refuseWeak((ctx.request.body as { password?: unknown })?.password, ctx.request.body as Owner);
    const door = findDoor(ctx.method, ctx.path);
    if (!door) return passAndRecordLeaving(strapi, ctx, next);
    const attempts = createAttempts(strapi);
    const account = accountOf(ctx);
    const address = visitorOf(ctx.request.ip);
    const counts = await countsOf(attempts, door, account, address);
    const wait = await attempts.begin(counts);
    if (wait > 0) {
      await write(strapi, ctx, door, { outcome: 'locked', account, wait });
      ctx.set('Retry-After', String(Math.ceil(wait / 1000)));
      throw new errors.RateLimitError(`尝试次数太多，请在 ${Math.ceil(wait / 60_000)} 分钟后再试`);
    }
    if (door.name === 'sign-in') await spendTheSameTime(strapi, ctx, account);
    let isLetIn = false;
    try {
      await next();
      isLetIn = ctx.status < 400;
    } finally {
      // A request for a letter tells nothing about whether it was right to ask.
      if (door.name !== 'forgot-password') {
        if (isLetIn) await attempts.forgive(counts.filter(({ rule }) => rule !== 'address'));
        if (isLetIn && door.name === 'sign-in') await attempts.remember(account, address);
        if (door.name !== 'registration-info') await write(strapi, ctx, door, { outcome: isLetIn ? 'succeeded' : 'failed', account });
      }
    }
  };

/** Whoever signs out, or ends a session of theirs that runs elsewhere. */
async function passAndRecordLeaving(strapi: Core.Strapi, ctx: Context, next: () => Promise<unknown>): Promise<void> {
  await next();
  const leaving = findLeaving(ctx.method, ctx.path);
  if (leaving && ctx.status < 400) await auditOf(strapi).service.record({ action: leaving });
}

function accountOf(ctx: Context): string {
  const { email } = (ctx.request.body ?? {}) as { email?: unknown };
  return typeof email === 'string' ? email.trim().toLowerCase() : '';
}

async function countsOf(attempts: Attempts, door: Door, account: string, address: string): Promise<Count[]> {
  if (door.name === 'forgot-password') return [{ rule: 'forgotten', of: account }];
  // Reading an invitation and accepting it are two looks at one token.
  if (door.name !== 'sign-in') return [{ rule: 'token', of: address }];
  const pair: Count = { rule: 'pair', of: `${account}\0${address}` };
  if (await attempts.isKnown(account, address)) return [pair];
  return [pair, { rule: 'account', of: account }, ...(isLoopback(address) ? [] : [{ rule: 'address' as const, of: address }])];
}

/** Strapi compares no password when there is no such account: the time would tell. */
async function spendTheSameTime(strapi: Core.Strapi, ctx: Context, email: string): Promise<void> {
  const { password } = (ctx.request.body ?? {}) as { password?: unknown };
  if (typeof password !== 'string' || (await findUser(strapi, email))?.password) return;
  await strapi.service('admin::auth')!.validatePassword(password.slice(0, 72), NOBODYS_HASH);
}

async function findUser(strapi: Core.Strapi, email: string) {
  return email ? strapi.db.query('admin::user').findOne({ where: { email }, select: ['id', 'password', 'email', 'firstname', 'lastname'] }) : null;
}

interface Attempt {
  outcome: 'succeeded' | 'failed' | 'locked';
  account: string;
  /** How long the lock still holds, ms. */
  wait?: number;
}

/** One line of JSON and one row of the audit: no password, no token, and no name unless the account exists. */
async function write(strapi: Core.Strapi, ctx: Context, door: Door, { outcome, account, wait = 0 }: Attempt): Promise<void> {
  const known = await findUser(strapi, account);
  const entered = (ctx.body as { data?: { user?: { id: number } } } | undefined)?.data?.user;
  const user = (outcome === 'succeeded' ? (ctx.state as { user?: { id: number } }).user ?? entered : undefined) ?? known;
  const line = JSON.stringify({ event: door.name, outcome, user: user?.id ?? null, network: networkOf(ctx.request.ip), requestId: ctx.state.requestId });
  if (outcome === 'succeeded') strapi.log.info(line);
  else strapi.log.warn(line);
  if (outcome === 'succeeded' && user) await noteSignIn(strapi, user.id);
  await recordDoor(strapi, door.name, { outcome, user: user ?? undefined, wait, who: `${account}\0${ctx.request.ip}` });
}
