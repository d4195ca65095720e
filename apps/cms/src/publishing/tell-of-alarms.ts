import type { Core } from '@strapi/strapi';

/** How long publishers may stay away before administrators hear of it, milliseconds. */
const PATIENCE = 5 * 60 * 1000;

interface FeedService {
  onAlarm(listener: (alarm: { kind: string; text: string; at: string }) => Promise<void>): void;
  readLease(): Promise<{ holder: string; until: Date } | undefined>;
}
interface Notices {
  tell(telling: { kind: 'alarm'; to: readonly number[]; text: string; once: string }): Promise<void>;
}

/** Tells administrators what publishers report, and when none has come for a while: nothing goes live then. */
export function tellOfAlarms(strapi: Core.Strapi): void {
  const feed = strapi.plugin('feed').service('feed') as unknown as FeedService;
  feed.onAlarm(({ kind, text, at }) => tell(strapi, text, `alarm ${kind} ${at}`));
  strapi.cron.add({ 'publisher-away': { task: () => tellOfAbsence(strapi, feed, new Date()), options: { rule: '* * * * *' } } });
}

/** Once for each absence. A city that never had a publisher misses none. */
export async function tellOfAbsence(strapi: Core.Strapi, feed: Pick<FeedService, 'readLease'>, now: Date): Promise<void> {
  const lease = await feed.readLease();
  if (!lease || now.getTime() - lease.until.getTime() < PATIENCE) return;
  const minutes = Math.round((now.getTime() - lease.until.getTime()) / 60_000);
  await tell(strapi, `发布程序已经 ${minutes} 分钟没有来取内容，这期间发布的内容还没有上线。请检查发布程序是否在运行、能不能连上后台。`, `alarm away ${lease.until.toISOString()}`);
}

async function tell(strapi: Core.Strapi, text: string, once: string): Promise<void> {
  strapi.log.error(`[发布] ${text}`);
  const administrators = await strapi.db.query('admin::user').findMany({
    select: ['id'],
    where: { isActive: true, roles: { code: { $in: ['site-administrator', 'strapi-super-admin'] } } },
  });
  const notices = strapi.plugin('review').service('notices') as unknown as Notices;
  await notices.tell({ kind: 'alarm', to: administrators.map(({ id }) => Number(id)), text, once });
}
