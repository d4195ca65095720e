import { extname } from 'node:path';

import type { Core } from '@strapi/strapi';

import type { OpenedObject } from '../uploads/object-storage';

interface SecondFactor {
  standing(sessionId: string, user: { id: number }): Promise<'open' | 'pending' | 'over'>;
}
type Context = Parameters<Core.MiddlewareHandler>[0];

/** Strapi's own name of the cookie that holds an administrator's session; it is sent to /admin only. */
const SESSION_COOKIE = 'strapi_admin_refresh';
const UPLOADS = '/uploads';
/** One file directly in the folder, never a hidden one or a path out of it. */
const FILE = /^\/uploads\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u;

/** Copies the session cookie of an answer for the path of the files, so that pictures load in the admin. */
function shareSession(ctx: Context): void {
  const cookies = [ctx.response.get('set-cookie')].flat() as string[];
  const shared = cookies
    .filter((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`) || cookie.startsWith(`${SESSION_COOKIE}.sig=`))
    .map((cookie) => cookie.replace(/;\s*path=\/admin/i, `; path=${UPLOADS}`));
  if (shared.length > 0) ctx.set('set-cookie', [...cookies, ...shared]);
}

interface Files {
  mayOpen(userId: number, path: string): Promise<boolean>;
}

/** Whether somebody is signed in who may see this file: packages/access knows whose it is. */
async function mayOpen(strapi: Core.Strapi, ctx: Context, path: string): Promise<boolean> {
  const token = ctx.cookies.get(SESSION_COOKIE);
  if (!token) return false;
  const session = await strapi.sessionManager('admin').validateRefreshToken(token);
  if (!session.isValid) return false;
  const user = await strapi.db.query('admin::user').findOne({ where: { id: Number(session.userId) }, populate: { roles: { select: ['code'] } } });
  if (!user?.isActive) return false;
  const secondFactor = strapi.plugin('access').service('second-factor') as unknown as SecondFactor;
  if ((await secondFactor.standing(session.sessionId!, user)) !== 'open') return false;
  return (strapi.plugin('access').service('files') as unknown as Files).mayOpen(user.id, path);
}

function answer(ctx: Context, file: OpenedObject | undefined): undefined {
  if (!file) {
    ctx.status = 404;
    return;
  }
  ctx.body = file.stream;
  ctx.type = extname(ctx.path);
  if (file.length !== undefined) ctx.length = file.length;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/**
 * Uploaded files belong to the editors: they are shown to whom they concern and are a 404 to anybody else.
 * The publisher fetches what is published through the feed.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    // The router matches without regard to case.
    if (!ctx.path.toLowerCase().startsWith(UPLOADS)) {
      await next();
      return shareSession(ctx);
    }
    const path = decode(ctx.path);
    if (!FILE.test(path) || !(await mayOpen(strapi, ctx, path))) {
      ctx.status = 404;
      return undefined;
    }
    ctx.set('Cache-Control', 'private, no-cache');
    ctx.set('Content-Security-Policy', "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'");
    const { open } = strapi.plugin('upload').provider as unknown as { open?: (file: { url: string }) => Promise<OpenedObject | undefined> };
    // On disk Strapi's own route serves the file.
    return open ? answer(ctx, await open({ url: ctx.path })) : next();
  };
