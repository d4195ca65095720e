import type { Core } from '@strapi/strapi';
import { z } from 'zod';

import { readLines, urlOf } from './delivery/send.ts';
import { writeLetter } from './mail/write-letter.ts';
import { countUnread, listNotices, markRead } from './inbox.ts';
import { noticesConfig } from './config.ts';
import { wrongField } from '../editions/move-request.ts';
import { parseBody } from './parse-body.ts';
import { choicesSchema, readChoices } from './settings/choices.ts';
import { keepChoices, loadChoices, loadPolicy } from './settings/settings-store.ts';
import { nextDigest } from './timing/next-digest.ts';
import { afterSilence } from './timing/silence.ts';

/** A request, as Strapi's controllers get it. */
export type Context = Parameters<Core.ControllerHandler>[0];

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1), unread: z.stringbool().catch(false) });
const marks = z.strictObject({ ids: z.array(z.number().int()).max(200).optional(), isRead: z.boolean() });

/** Digest notices previewed at most. */
const PREVIEWED = 100;

/** Everybody's own notices: whoever is signed in, and nobody else's. */
export const noticesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /review/notices/unread` */
  async unread(ctx: Context) {
    ctx.body = { data: { unread: await countUnread(strapi.db.connection, me(ctx)) } };
  },
  /** `GET /review/notices?page=&unread=` */
  async list(ctx: Context) {
    const { page, unread } = query.parse(ctx.query);
    ctx.body = { data: await listNotices(strapi.db.connection, me(ctx), { page, unreadOnly: unread }) };
  },
  /** `POST /review/notices/read`: some, or all when none are named. */
  async read(ctx: Context) {
    await markRead(strapi.db.connection, me(ctx), { ...parseBody(marks, ctx.request.body), now: new Date() });
    ctx.body = { data: { unread: await countUnread(strapi.db.connection, me(ctx)) } };
  },
  /** `GET /review/notices/choices` */
  async choices(ctx: Context) {
    const { mail } = noticesConfig(strapi);
    ctx.body = { data: { choices: await loadChoices(strapi.db.connection, me(ctx)), email: ctx.state.user.email, mails: mail !== undefined } };
  },
  /** `PUT /review/notices/choices` */
  async choose(ctx: Context) {
    const chosen = parseBody(choicesSchema, ctx.request.body);
    if (chosen.silence && chosen.silence.from === chosen.silence.to) throw wrongField('silence', '免打扰的开始和结束时间不能相同。');
    await keepChoices(strapi.db.connection, me(ctx), readChoices(JSON.stringify(chosen)));
    return this.choices(ctx);
  },
  /** `GET /review/notices/digest`: the next digest as it would be sent now. */
  async digest(ctx: Context) {
    const sql = strapi.db.connection;
    const choices = await loadChoices(sql, me(ctx));
    const { mailTitles } = await loadPolicy(sql);
    const waiting = sql('review_deliveries').where({ way: 'mail', user_id: me(ctx), state: 'waiting', bundle: 'digest' }).select('id');
    const unread = await sql('review_notice_readers')
      .where({ user_id: me(ctx) })
      .whereNull('read_at')
      .whereIn('notice_id', sql('review_delivery_notices').whereIn('delivery_id', waiting).select('notice_id'))
      .orderBy('notice_id')
      .limit(PREVIEWED)
      .pluck('notice_id');
    const lines = await readLines(strapi, unread, mailTitles);
    const { subject, text } = writeLetter({ id: 'preview', bundle: 'digest', lines }, urlOf(strapi, '/plugins/review/notices/settings'));
    const dueAt = afterSilence(nextDigest(new Date(), choices.digestAt), choices.silence).toISOString();
    ctx.body = { data: { dueAt, count: lines.length, letter: lines.length > 0 ? { subject, text } : null } };
  },
});

const me = (ctx: Context): number => Number(ctx.state.user.id);
