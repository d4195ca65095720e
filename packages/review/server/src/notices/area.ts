import type { Core } from '@strapi/strapi';

import { inTransaction } from '../store/connection.ts';
import { noticesConfig } from './config.ts';
import { forgetDeliveries } from './delivery/deliveries.ts';
import { startWorker, type Worker } from './delivery/worker.ts';
import { forgetNotices } from './inbox.ts';
import { noticesController } from './inbox-controller.ts';
import { mailController } from './mail/mail-controller.ts';
import { createMailer } from './mail/transport.ts';
import { NOTICE_ACTIONS } from './rights.ts';
import { robotsController } from './robots/robots-controller.ts';
import { createNotices } from './tell.ts';

const workers = new WeakMap<Core.Strapi, Worker>();

/** For how long notices are kept, and what became of messages, days. */
const KEPT = { notices: 365, deliveries: 30 };
const DAY = 24 * 60 * 60 * 1000;

/** The controllers of this area, as the plugin's index spreads them. */
export const noticeControllers = { notices: noticesController, 'notice-mail': mailController, 'notice-robots': robotsController };

/** The services of this area. */
export const noticeServices = {
  notices: ({ strapi }: { strapi: Core.Strapi }) => createNotices(strapi, () => workers.get(strapi)?.wake()),
};

/**
 * Takes notices out of the house from when the CMS serves on: programs that only load it send nothing, and what they tell
 * waits in its table.
 */
export async function startNotices(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission')!.actionProvider.registerMany(NOTICE_ACTIONS);
  strapi.server.httpServer.once('listening', () => {
    const { mail } = noticesConfig(strapi);
    workers.set(strapi, startWorker(strapi, { mailer: mail && createMailer(strapi, mail), fetch, now: () => new Date() }));
  });
  strapi.cron.add({ 'review-notices': { task: () => forgetOld(strapi, new Date()), options: { rule: '30 3 * * *', tz: 'Asia/Shanghai' } } });
}

/** Ends after what is being sent. */
export async function stopNotices(strapi: Core.Strapi): Promise<void> {
  await workers.get(strapi)?.stop();
}

/** Forgets what nobody looks for any more. */
export async function forgetOld(strapi: Core.Strapi, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  await inTransaction(strapi, async (sql) => {
    await forgetDeliveries(sql, before(KEPT.deliveries));
    await forgetNotices(sql, before(KEPT.notices));
  });
}
