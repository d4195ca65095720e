import { searchCounts } from '@mingchuang/content/searches';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { addCounts } from './counts.ts';
import type { Context } from './sites-of.ts';

/** Called by the gateway with its token: the closed list of @mingchuang/content. */
export const publicCalls = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/queries/counts` */
  async count(ctx: Context) {
    const counts = searchCounts.safeParse(ctx.request.body);
    if (!counts.success) throw new errors.ValidationError('Not in the agreed form');
    await addCounts(strapi.db.connection, counts.data, new Date());
    ctx.body = {};
  },
});
