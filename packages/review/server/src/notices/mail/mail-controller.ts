import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { record } from '../../neighbours.ts';
import { inTransaction } from '../../store/connection.ts';
import { noticesConfig } from '../config.ts';
import { reasonOf } from '../delivery/delivery-error.ts';
import { urlOf } from '../delivery/send.ts';
import type { Context } from '../inbox-controller.ts';
import { parseBody } from '../parse-body.ts';
import { keepPolicy, loadPolicy } from '../settings/settings-store.ts';
import { createMailer } from './transport.ts';
import { writeLetter } from './write-letter.ts';

const policySchema = z.strictObject({ mailTitles: z.boolean() });

/** What holds for everybody's letters. The mail server itself is set by the operator, and its password is never shown. */
export const mailController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /review/notices/policy` */
  async policy(ctx: Context) {
    const { mail, adminUrl, robotOrigins } = noticesConfig(strapi);
    const sql = strapi.db.connection;
    const row = await sql('review_deliveries').where({ way: 'mail', state: 'waiting' }).whereNotNull('problem').orderBy('due_at', 'desc').first('problem');
    ctx.body = {
      data: {
        ...(await loadPolicy(sql)),
        mail: mail ?? null,
        adminUrl: adminUrl ?? null,
        robotOrigins,
        problem: (row?.problem as string | undefined) ?? null,
      },
    };
  },
  /** `PUT /review/notices/policy` */
  async change(ctx: Context) {
    const policy = parseBody(policySchema, ctx.request.body);
    await inTransaction(strapi, async (sql) => {
      const before = await loadPolicy(sql);
      await keepPolicy(sql, policy);
      await record(strapi, { action: 'review.notice-policy', before: { ...before }, after: { ...policy } });
    });
    return this.policy(ctx);
  },
  /** `POST /review/notices/mail-trial`: sends a letter to whoever asks, and answers how it went. */
  async trial(ctx: Context) {
    const { mail } = noticesConfig(strapi);
    if (!mail) throw new errors.ValidationError('还没有设置邮件服务器，请运维人员设置 SMTP_HOST 和 MAIL_FROM。');
    const line = { kind: 'trial', title: '这是一封测试信', url: urlOf(strapi, '/plugins/review/notices') };
    const letter = writeLetter({ id: randomUUID(), bundle: 'now', lines: [line] }, urlOf(strapi, '/plugins/review/notices/settings'));
    const problem = await createMailer(strapi, mail).send(letter, ctx.state.user.email as string).then(() => null, reasonOf);
    ctx.body = { data: { problem, to: ctx.state.user.email } };
  },
});
