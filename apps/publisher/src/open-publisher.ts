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
  const workshop = openWorkshop({ dataDir: settings.dataDir, releaseKeyFile: settings.releaseKeyFile, objective: settings.objective, feed, log, ...parts });
  const metrics = createMetrics();
  return { workshop, metrics, publisher: createPublisher(workshop, metrics) };
}
