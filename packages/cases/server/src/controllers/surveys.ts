import type { Core } from '@strapi/strapi';

import { actorOf } from '../actor-of-request.ts';
import { recordExport } from '../record-export.ts';
import { casesOf, type Context } from '../service-of-strapi.ts';

/** What staff read of answers to surveys. */
export const surveys = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /cases/surveys` */
  async list(ctx: Context) {
    ctx.body = { data: await casesOf(strapi).surveys.list(await actorOf(strapi, ctx)) };
  },
  /** `GET /cases/surveys/:id` */
  async read(ctx: Context) {
    ctx.body = { data: await casesOf(strapi).surveys.read(ctx.params.id, await actorOf(strapi, ctx)) };
  },
  /** `POST /cases/surveys/:id/export`: CSV as text, for the screen to save. */
  async export(ctx: Context) {
    ctx.set('cache-control', 'no-store');
    const csv = await casesOf(strapi).surveys.exportCsv(ctx.params.id, await actorOf(strapi, ctx));
    await recordExport(strapi, 'survey', { uid: 'api::survey.survey', documentId: ctx.params.id, note: null });
    ctx.body = { data: csv };
  },
});
