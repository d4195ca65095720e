import { opinionOutcome } from '@mingchuang/content';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

import { t } from '../../../strings/t.ts';
import { actorOf } from '../actor-of-request.ts';
import { parseBody } from '../domain/parse-body.ts';
import { recordExport } from '../record-export.ts';
import { casesOf, type Context } from '../service-of-strapi.ts';
import { OPINION_TABS } from '../services/view-types.ts';

const listQuery = z.strictObject({
  consultation: z.string().max(40).optional(),
  tab: z.enum(OPINION_TABS).default('open'),
  page: z.number().int().min(1).max(100_000).default(1),
});
const exportQuery = z.strictObject({ consultation: z.string().min(1).max(40), personal: z.boolean().default(false) });
const eventBody = z.strictObject({
  revision: z.number().int(),
  outcome: opinionOutcome.optional(),
  reason: z.string().max(1000, '理由最多 1000 个字').default(''),
});

/** What staff do with opinions on consultations. */
export const opinions = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /cases/consultations` */
  async consultations(ctx: Context) {
    ctx.body = { data: await casesOf(strapi).opinions.consultations(await actorOf(strapi, ctx)) };
  },
  /** `POST /cases/opinions/list` */
  async list(ctx: Context) {
    ctx.body = { data: await casesOf(strapi).opinions.list(parseBody(listQuery, ctx.request.body ?? {}), await actorOf(strapi, ctx)) };
  },
  /** `POST /cases/opinions/export`: CSV as text, for the screen to save. */
  async export(ctx: Context) {
    ctx.set('cache-control', 'no-store');
    const query = parseBody(exportQuery, ctx.request.body);
    const csv = await casesOf(strapi).opinions.exportCsv(query, await actorOf(strapi, ctx));
    await recordExport(strapi, 'opinions', { uid: 'api::consultation.consultation', documentId: query.consultation, note: query.personal ? '含诉求人的姓名和电话' : null });
    ctx.body = { data: csv };
  },
  /** `POST /cases/opinions/:number/:event`: `weigh`, `quarantine` or `release`. */
  async act(ctx: Context) {
    const { number, event } = ctx.params as { number: string; event: string };
    const service = casesOf(strapi).opinions;
    const act = { actor: await actorOf(strapi, ctx) };
    const { revision, outcome, reason } = parseBody(eventBody, ctx.request.body);
    if (event === 'weigh') await service.weigh(number, { outcome: outcome!, reason }, { ...act, revision });
    else if (event === 'quarantine' || event === 'release') await service[event](number, { ...act, revision });
    else throw new errors.NotFoundError(t('refused.notFound'));
    ctx.body = { data: { number } };
  },
});
