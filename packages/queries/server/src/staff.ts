import { tryRequest } from '@mingchuang/content/searches';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { t } from '../../strings/t.ts';
import { readReport } from './counts.ts';
import { PERIODS } from './limits.ts';
import { sitesOf, type Context } from './sites-of.ts';

/** What `strapi.plugin('feed').service('feed')` does for this. */
interface Feed {
  trySearch(site: string, query: string): Promise<object | { kind: 'away' }>;
}

/** @throws {errors.ForbiddenError} When the site is not among those of the person who asks. */
async function siteOf(strapi: Core.Strapi, ctx: Context, site: unknown): Promise<string> {
  const sites = await sitesOf(strapi, ctx);
  if (!sites.some(({ id }) => id === site)) throw new errors.ForbiddenError(t('site.notYours'));
  return String(site);
}

/** What staff see of searches. */
export const staff = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /queries/sites` */
  async sites(ctx: Context) {
    ctx.body = { data: await sitesOf(strapi, ctx) };
  },
  /** `GET /queries/report?site=…&days=7|30|90` */
  async report(ctx: Context) {
    const days = PERIODS.find((period) => String(period) === ctx.query.days);
    if (!days) throw new errors.ValidationError(t('report.badDays', { days: PERIODS.join('、') }));
    ctx.body = { data: await readReport(strapi.db.connection, await siteOf(strapi, ctx, ctx.query.site), days, new Date()) };
  },
  /** `POST /queries/try` */
  async try(ctx: Context) {
    const asked = tryRequest.pick({ site: true, query: true }).safeParse(ctx.request.body);
    if (!asked.success) throw new errors.ValidationError(t('try.badQuery'));
    const site = await siteOf(strapi, ctx, asked.data.site);
    ctx.body = { data: await (strapi.plugin('feed').service('feed') as unknown as Feed).trySearch(site, asked.data.query) };
  },
});
