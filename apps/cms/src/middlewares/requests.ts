import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

/**
 * Gives every request an id and writes a line for it, without its query: invitations carry their token there. Answers
 * of the admin are not kept by browsers, and pages of the admin may use no device of the editor's.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const began = Date.now();
    ctx.state.requestId = randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId as string);
    ctx.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    await next();
    if (ctx.response.is('json') && !ctx.response.get('Cache-Control')) ctx.set('Cache-Control', 'no-store');
    strapi.log.http(`${ctx.method} ${ctx.path} (${Date.now() - began} ms) ${ctx.status}`);
  };
