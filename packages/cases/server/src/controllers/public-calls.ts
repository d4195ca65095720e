import type { Core } from '@strapi/strapi';

import { casesOf, type Context } from '../service-of-strapi.ts';

/** The public side, called by the gateway with its token: the closed list of @mingchuang/content. */
export const publicCalls = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/cases` */
  async file(ctx: Context) {
    ctx.body = await casesOf(strapi).file(ctx.request.body);
  },
  /** `POST /api/cases/track` */
  async track(ctx: Context) {
    ctx.set('cache-control', 'no-store');
    ctx.body = await casesOf(strapi).track(ctx.request.body);
  },
  /** `POST /api/cases/rate` */
  async rate(ctx: Context) {
    ctx.set('cache-control', 'no-store');
    ctx.body = await casesOf(strapi).rate(ctx.request.body);
  },
});
