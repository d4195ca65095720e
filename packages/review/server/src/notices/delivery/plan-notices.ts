import type { Core } from '@strapi/strapi';

import { inTransaction, type Row, type Sql } from '../../store/connection.ts';
import { listRobots, type Robot } from '../robots/robot-store.ts';
import { readChoices } from '../settings/choices.ts';
import { planMail, planNow } from '../timing/plan-delivery.ts';
import { addToDelivery } from './deliveries.ts';
import { type Home, homeOf } from './home-of-document.ts';

/** Notices one look takes. */
const AT_ONCE = 100;

interface Options {
  now: Date;
  /** Whether e-mail is set up. What is told while it is not is never mailed: nobody wants last month's letters. */
  mails: boolean;
}

/**
 * Decides for every new notice how it leaves the house. A notice is planned by one process, whole or not at all.
 * @returns How many there were.
 */
export async function planNotices(strapi: Core.Strapi, options: Options): Promise<number> {
  const fresh: Row[] = await strapi.db.connection('review_notices').whereNull('planned_at').orderBy('id').limit(AT_ONCE);
  if (fresh.length === 0) return 0;
  const robots = (await listRobots(strapi.db.connection)).filter(({ isOn }) => isOn);
  const failures: unknown[] = [];
  for (const notice of fresh) {
    // One that cannot be planned must not keep the others in the house.
    await planNotice(strapi, notice, robots, options).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  return fresh.length;
}

async function planNotice(strapi: Core.Strapi, notice: Row, robots: readonly Robot[], { now, mails }: Options): Promise<void> {
  const home = robots.length > 0 ? await homeOf(strapi, notice) : {};
  await inTransaction(strapi, async (sql) => {
    const isOurs = await sql('review_notices').where({ id: notice.id }).whereNull('planned_at').update({ planned_at: now.toISOString() });
    if (isOurs !== 1) return;
    if (mails) await planMails(sql, notice, now);
    for (const robot of robots.filter((each) => wants(each, notice, home))) {
      await addToDelivery(sql, { way: 'robot', id: robot.id }, planNow(String(notice.kind), robot, now), { notice: Number(notice.id), now });
    }
  });
}

async function planMails(sql: Sql, notice: Row, now: Date): Promise<void> {
  const readers: Row[] = await sql('review_notice_readers')
    .leftJoin('review_notice_choices', 'review_notice_choices.user_id', 'review_notice_readers.user_id')
    .where({ notice_id: notice.id })
    .orderBy('review_notice_readers.user_id')
    .select('review_notice_readers.user_id as user', 'choices');
  for (const { user, choices } of readers) {
    const plan = planMail(String(notice.kind), readChoices(choices as string | null), now);
    if (plan) await addToDelivery(sql, { way: 'mail', id: Number(user) }, plan, { notice: Number(notice.id), now });
  }
}

/** Whether a robot speaks of this: its kinds, and documents of its agency or site. */
function wants({ kinds, agency, site }: Robot, { kind }: Row, home: Home): boolean {
  if (!(kinds as readonly string[]).includes(String(kind))) return false;
  if (agency) return home.agency === agency;
  return !site || home.site === site;
}
