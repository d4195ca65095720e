import { openSearchDatabase } from '@mingchuang/search/postgres/database';

import { connectFeed } from './feed/connect-feed.ts';
import { createMetrics, type Metrics } from './service/metrics.ts';
import { createPublisher, type Publisher } from './service/publisher.ts';
import type { Settings } from './settings.ts';
import { openWorkshop, type WorkshopParts } from './open-workshop.ts';
import type { Log, Workshop } from './workshop.ts';

export interface OpenPublisher {
  workshop: Workshop;
  publisher: Publisher;
  metrics: Metrics;
}

/** Puts a publisher together from its settings. The caller holds the lock of the data folder. */
export function openPublisher(settings: Settings, parts: Pick<WorkshopParts, 'renderer' | 'openSearch'>, log: Log): OpenPublisher {
  const feed = connectFeed({ url: settings.cmsUrl, token: settings.cmsToken });
  const { dataDir, releaseKeyFile, objective, searchDatabaseUrl } = settings;
  const searchDatabase = searchDatabaseUrl ? openSearchDatabase(searchDatabaseUrl, (error) => log.warn({}, `检索数据库的连接断了：${error.message}`)) : undefined;
  const workshop = openWorkshop({ dataDir, releaseKeyFile, objective, feed, log, ...(searchDatabase && { searchDatabase }), ...parts });
  const metrics = createMetrics();
  return { workshop, metrics, publisher: createPublisher(workshop, metrics) };
}
