import type { Site } from '../release/site.ts';
import type { ByteCache } from '../serve/byte-cache.ts';
import type { CaseQueue } from '../queue/case-queue.ts';
import type { Metrics } from './metrics.ts';

export interface Measured {
  /** What each site serves, by its key. */
  sites: () => ReadonlyMap<string, Site | undefined>;
  queue: CaseQueue;
  cache: ByteCache;
  active: () => number;
}

/** Registers what can be measured at any moment. */
export function measureGateway(metrics: Metrics, { sites, queue, cache, active }: Measured): void {
  const { gauge } = metrics;
  gauge('http_server_active_requests', 'Requests being answered (http.server.active_requests)', active);
  const each = (read: (site: Site | undefined) => number) => () => new Map([...sites()].map(([key, site]) => [key, read(site)]));
  gauge('mingchuang_sites', 'Sites being served', () => [...sites().values()].filter(Boolean).length);
  gauge('mingchuang_release_loaded', 'Whether a release of the site is being served', each((site) => Number(site !== undefined)));
  gauge('mingchuang_release_made_timestamp_seconds', 'When the served release was made', each((site) => Date.parse(site?.release.madeAt ?? '1970-01-01') / 1000));
  gauge('mingchuang_release_routes', 'Routes of the served release', each((site) => site?.release.routes.size ?? 0));
  gauge('mingchuang_filings_waiting', 'Filings that wait for the CMS', () => queue.counts().waiting);
  gauge('mingchuang_filings_aside', 'Filings set aside for a person to look at', () => queue.counts().aside);
  gauge('mingchuang_cache_bytes', 'Bytes kept in memory', () => cache.bytes);
  gauge('process_resident_memory_bytes', 'Memory of the process', () => process.memoryUsage.rss());
  gauge('process_cpu_seconds_total', 'Processor time of the process', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
}
