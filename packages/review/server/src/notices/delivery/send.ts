import type { Core } from '@strapi/strapi';

import type { Row, Sql } from '../../store/connection.ts';
import { noticesConfig } from '../config.ts';
import type { Mailer } from '../mail/transport.ts';
import { writeLetter } from '../mail/write-letter.ts';
import { postMessage } from '../robots/post-message.ts';
import { openRobot } from '../robots/robot-store.ts';
import { createSealing } from '../robots/sealing.ts';
import { loadPolicy } from '../settings/settings-store.ts';
import type { Delivery } from './deliveries.ts';
import type { Line } from './message.ts';

/** What sending needs from outside. */
export interface Outside {
  mailer: Mailer | undefined;
  fetch: typeof fetch;
  now(): Date;
}

/**
 * Sends one delivery.
 * @returns `dropped` when there is nobody any more to send it to, or everything in it was read.
 * @throws {DeliveryError} When it did not arrive.
 */
export async function send(strapi: Core.Strapi, delivery: Delivery, outside: Outside): Promise<'sent' | 'dropped'> {
  return delivery.target.way === 'mail' ? sendMail(strapi, delivery, outside) : sendToRobot(strapi, delivery, outside);
}

async function sendMail(strapi: Core.Strapi, { id, bundle, target }: Delivery, { mailer }: Outside): Promise<'sent' | 'dropped'> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id: target.id }, select: ['email', 'isActive', 'blocked'] });
  if (!mailer || !user?.email || !user.isActive || user.blocked) return 'dropped';
  const sql = strapi.db.connection;
  const { mailTitles } = await loadPolicy(sql);
  // What was read in the admin meanwhile is no news.
  const unread = await sql('review_notice_readers').where({ user_id: target.id }).whereNull('read_at').whereIn('notice_id', noticesOf(sql, id)).pluck('notice_id');
  const lines = await readLines(strapi, unread, mailTitles);
  if (lines.length === 0) return 'dropped';
  await mailer.send(writeLetter({ id, bundle, lines }, urlOf(strapi, '/plugins/review/notices/settings')), user.email);
  return 'sent';
}

async function sendToRobot(strapi: Core.Strapi, { id, bundle, target }: Delivery, { fetch, now }: Outside): Promise<'sent' | 'dropped'> {
  const { encryptionKey, robotOrigins } = noticesConfig(strapi);
  const sql = strapi.db.connection;
  const robot = await openRobot(sql, target.id, createSealing(encryptionKey));
  if (!robot?.isOn) return 'dropped';
  const lines = await readLines(strapi, await noticesOf(sql, id).pluck('notice_id'), robot.withTitles);
  if (lines.length === 0) return 'dropped';
  await postMessage({ id, bundle, lines }, robot, { now: now(), allowed: robotOrigins, fetch });
  return 'sent';
}

const noticesOf = (sql: Sql, delivery: string) => sql('review_delivery_notices').where({ delivery_id: delivery }).select('notice_id');

/** The notices as they may leave the house, oldest first. */
export async function readLines(strapi: Core.Strapi, ids: readonly unknown[], withTitles: boolean): Promise<Line[]> {
  const rows: Row[] = await strapi.db.connection('review_notices').whereIn('id', ids as number[]).orderBy('id').select('kind', 'title', 'link');
  return rows.map(({ kind, title, link }) => ({
    kind: String(kind),
    title: withTitles ? ((title as string | null) ?? null) : null,
    url: link ? urlOf(strapi, String(link)) : undefined,
  }));
}

/** The whole address of a page of the admin, when the operator has said where the admin is. */
export function urlOf(strapi: Core.Strapi, path: string): string | undefined {
  const { adminUrl, adminPath } = noticesConfig(strapi);
  return adminUrl ? `${adminUrl.replace(/\/$/, '')}${adminPath}${path}` : undefined;
}
