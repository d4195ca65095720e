import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

import { t } from '../../../strings/t.ts';
import { parseBody } from '../domain/parse-body.ts';
import { agenciesThatAccept } from '../engine-of-strapi.ts';
import { actorOf } from '../actor-of-request.ts';
import { casesOf, type Context } from '../service-of-strapi.ts';
import type { Act } from '../services/change.ts';
import type { Cases } from '../services/cases.ts';
import { TABS } from '../services/view-types.ts';

const listQuery = z.strictObject({
  tab: z.enum(TABS).default('todo'),
  search: z.string().trim().max(100).default(''),
  page: z.number().int().min(1).max(100_000).default(1),
});

const eventBody = z.strictObject({
  revision: z.number().int(),
  agency: z.string().max(60).optional(),
  remark: z.string().max(1000).optional(),
  reason: z.string().max(300).optional(),
  answer: z.string().max(20_000).optional(),
  title: z.string().max(100).optional(),
  body: z.string().max(10_000).optional(),
});
type EventBody = z.infer<typeof eventBody>;

/** What a button of the case page does. Rights and stage are checked by the engine. */
const EVENTS: Record<string, (cases: Cases, number: string, body: EventBody, act: Act) => Promise<unknown>> = {
  assign: (cases, number, { agency = '', remark }, act) => cases.assign(number, { agency, ...(remark && { remark }) }, act),
  accept: (cases, number, _, act) => cases.accept(number, act),
  return: (cases, number, { remark = '' }, act) => cases.sendBack(number, { remark }, act),
  draft: (cases, number, { answer = '' }, act) => cases.saveDraft(number, { answer }, act),
  submit: (cases, number, { answer = '' }, act) => cases.answer(number, { answer }, act),
  recall: (cases, number, _, act) => cases.recall(number, act),
  approve: (cases, number, _, act) => cases.approve(number, act),
  reject: (cases, number, { remark = '' }, act) => cases.reject(number, { remark }, act),
  prepare: (cases, number, { title = '', body = '' }, act) => cases.prepare(number, { title, body }, act),
  publish: (cases, number, { title = '', body = '' }, act) => cases.publish(number, { title, body }, act),
  close: (cases, number, { remark = '' }, act) => cases.close(number, { remark }, act),
  withdraw: (cases, number, { reason = '' }, act) => cases.withdraw(number, { reason }, act),
  rectify: (cases, number, { remark = '' }, act) => cases.rectify(number, { remark }, act),
  quarantine: (cases, number, _, act) => cases.quarantine(number, act),
  release: (cases, number, _, act) => cases.release(number, act),
};

/** The staff's side, for the admin's own session. */
export const staff = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /cases/list` */
  async list(ctx: Context) {
    ctx.body = { data: await casesOf(strapi).list(parseBody(listQuery, ctx.request.body ?? {}), await actorOf(strapi, ctx)) };
  },
  /** `GET /cases/agencies`: where a case can be sent. */
  async agencies(ctx: Context) {
    ctx.body = { data: await agenciesThatAccept(strapi) };
  },
  /** `GET /cases/letters/:number` */
  async read(ctx: Context) {
    ctx.body = { data: await casesOf(strapi).read(ctx.params.number, await actorOf(strapi, ctx)) };
  },
  /** `POST /cases/letters/:number/contact`: shows name and number, and writes down who looked. */
  async contact(ctx: Context) {
    ctx.set('cache-control', 'no-store');
    ctx.body = { data: await casesOf(strapi).reveal(ctx.params.number, await actorOf(strapi, ctx)) };
  },
  /** `POST /cases/letters/:number/:event`: does something to a case, and answers with the case as it is now. */
  async act(ctx: Context) {
    const { number, event } = ctx.params as { number: string; event: string };
    const actor = await actorOf(strapi, ctx);
    const run = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
    if (!run) throw new errors.NotFoundError(t('refused.notFound'));
    const body = parseBody(eventBody, ctx.request.body);
    await run(casesOf(strapi), number, body, { actor, revision: body.revision });
    ctx.body = { data: await casesOf(strapi).read(number, actor).catch(gone) };
  },
});

/** A case that was sent back is no longer the sender's to see: that is no error. */
function gone(error: unknown): null {
  if (error instanceof errors.NotFoundError) return null;
  throw error;
}
