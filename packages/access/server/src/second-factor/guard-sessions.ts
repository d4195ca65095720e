import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { SecondFactor } from './second-factor.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];
interface Auth {
  authenticate(ctx: Context, next: () => Promise<unknown>): Promise<unknown>;
}
interface State {
  session?: { id?: string };
  user?: { id: number; email?: string; roles?: { code: string }[] };
  userAbility?: { can(action: string): boolean };
}

/** What a session may do that still owes its second factor: give it, or leave. */
const OPEN = /^(\/access\/second-factor(\/enrolment(\/confirm)?|\/verify)?|\/admin\/logout)\/?$/i;
/** By this header the admin knows why it was refused. */
export const PENDING_HEADER = 'X-Second-Factor';

/**
 * Refuses every route of the admin to a session that still owes its second factor. Sign-in, registration, a new
 * password and renewal all hand out sessions; they all come through here, since Strapi authenticates each request of
 * each route at this one place.
 */
export function guardSessions(strapi: Core.Strapi, secondFactor: () => SecondFactor): void {
  const auth = strapi.get('auth') as unknown as Auth;
  const { authenticate } = auth;
  auth.authenticate = (ctx, next) =>
    authenticate.call(auth, ctx, async () => {
      await refusePending(ctx, secondFactor());
      return next();
    });
}

async function refusePending(ctx: Context, secondFactor: SecondFactor): Promise<void> {
  const { session, user, userAbility } = ctx.state as State;
  // Tokens of programs are no sessions: who made them had been verified.
  if (!session?.id || !user) return;
  const standing = await secondFactor.standing(session.id, user, userAbility);
  if (standing === 'over') throw new errors.UnauthorizedError('登录已结束，请重新登录');
  if (standing === 'open' || OPEN.test(ctx.path)) return;
  ctx.set(PENDING_HEADER, 'pending');
  throw new errors.ForbiddenError('请先完成第二验证');
}
