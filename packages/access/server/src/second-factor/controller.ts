import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { nameOfUser } from '../audit/actor.ts';
import type { Asking, SecondFactor } from './second-factor.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];
interface User {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  isActive: boolean;
  roles: { code: string; name: string }[];
}

const codeBody = z.strictObject({ code: z.string().max(40) });
const verifyBody = z.union([codeBody, z.strictObject({ recoveryCode: z.string().max(40) })]);
const SUPER = 'strapi-super-admin';
const isSuper = ({ roles }: Pick<User, 'roles'>) => roles.some(({ code }) => code === SUPER);

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new errors.ValidationError('请输入验证码');
}

function askingOf(ctx: Context): Asking {
  const { user, session, userAbility } = ctx.state as { user: User; session?: { id: string }; userAbility: Asking['ability'] };
  if (!session) throw new errors.ForbiddenError();
  return { user, sessionId: session.id, ability: userAbility };
}

/** The second factor's own routes: all that is open to a session that still owes it, and what administrators do for others. */
export const secondFactorController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => strapi.plugin('access').service('second-factor') as unknown as SecondFactor;
  const users = () => strapi.db.query('admin::user');
  return {
    async read(ctx: Context) {
      ctx.body = { data: await service().describe(askingOf(ctx)) };
    },
    async begin(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await service().begin(askingOf(ctx)) };
    },
    async confirm(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: { recoveryCodes: await service().confirm(askingOf(ctx), parse(codeBody, ctx.request.body).code) } };
    },
    async verify(ctx: Context) {
      const body = parse(verifyBody, ctx.request.body);
      if ('code' in body) await service().verify(askingOf(ctx), body.code);
      else await service().recover(askingOf(ctx), body.recoveryCode);
      ctx.body = { data: await service().describe(askingOf(ctx)) };
    },
    async renewCodes(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: { recoveryCodes: await service().renewCodes(askingOf(ctx), parse(codeBody, ctx.request.body).code) } };
    },
    async remove(ctx: Context) {
      await service().remove(askingOf(ctx), parse(codeBody, ctx.request.body).code);
      ctx.body = { data: await service().describe(askingOf(ctx)) };
    },
    /** Who has a second factor, and who should. */
    async people(ctx: Context) {
      const enrolled = await service().store.listUsers();
      const all = (await users().findMany({ populate: { roles: { select: ['code', 'name'] } }, orderBy: { id: 'asc' }, limit: 2000 })) as User[];
      const me = (ctx.state as { user: User }).user;
      ctx.body = {
        data: all.map((user) => ({
          id: user.id,
          name: nameOfUser(user),
          email: user.email,
          roles: user.roles.map(({ name }) => name),
          isActive: user.isActive,
          isRequired: service().needs(user),
          isEnrolled: enrolled.has(user.id),
          canReset: user.id !== me.id && (!isSuper(user) || isSuper(me)),
        })),
      };
    },
    /** Somebody lost their phone. Never one's own, and a super administrator's by another one only. */
    async reset(ctx: Context) {
      const { user: me } = ctx.state as { user: User };
      const user = (await users().findOne({ where: { id: Number(ctx.params.id) }, populate: { roles: { select: ['code', 'name'] } } })) as User | null;
      if (!user) throw new errors.NotFoundError('没有这个用户');
      if (user.id === me.id) throw new errors.ValidationError('不能重置自己的第二验证，请另一位管理员来做');
      if (isSuper(user) && !isSuper(me)) throw new errors.ValidationError('超级管理员的第二验证只能由另一位超级管理员重置');
      await service().reset(user);
      ctx.body = { data: { id: user.id } };
    },
  };
};
