import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';

import { PATHS, type Renderer } from '@mingchuang/content';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import { connectCms, type CmsOptions } from './cases/cms.ts';
import { createPageForms } from './cases/page-forms.ts';
import { createIntakeDesk } from './cases/take-case.ts';
import { measureGateway } from './operations/gauges.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { createAlertStrips } from './pages/alert-strip.ts';
import { createPageDrawer } from './pages/draw-page.ts';
import { createPreviews } from './preview/previews.ts';
import { openCaseQueue, type CaseQueue } from './queue/case-queue.ts';
import { startForwarding, type Forwarder, type ForwardOptions } from './queue/forward-cases.ts';
import type { ReleaseFollower } from './release/follow-releases.ts';
import { followSites, type Reception, type Sites } from './release/follow-sites.ts';
import { readSite, type Site } from './release/site.ts';
import { createSearchAnswering } from './searches/answer-searches.ts';
import { createSearchCounter, type SearchCounter } from './searches/search-counter.ts';
import { deriveKeys } from './secrets/keys.ts';
import { createRequestAnswers } from './serve/answer-requests.ts';
import { createByteCache } from './serve/byte-cache.ts';
import { createServer, type TrustedProxies } from './serve/create-server.ts';
import { openObjects } from './serve/objects.ts';
import { createVisitorRoutes } from './serve/routes.ts';

export interface GatewayOptions {
  dataDir: string;
  releaseKey: KeyObject;
  /** Without it what the release holds is served, and what has to be drawn is answered by a plain page. */
  renderer: Renderer | undefined;
  cms: CmsOptions;
  /** 32 bytes. */
  caseQueueKey: Buffer;
  /** Searches are answered from this database. */
  searchDatabaseUrl?: string;
  trustProxy?: TrustedProxies;
  log: Logger;
  clock?: () => number;
  /** Bytes of pages and files kept in memory. */
  cacheBytes?: number;
  /** Milliseconds between looks at the folder of releases, beside its events. */
  pollEvery?: number;
  limits?: { lettersPerHour?: number; formsPerTenMinutes?: number };
  forwarding?: Pick<ForwardOptions, 'firstDelay' | 'lastDelay'>;
}

export interface Gateway {
  app: FastifyInstance;
  sites: Sites;
  /** Of the main site. */
  follower: ReleaseFollower<Site>;
  queue: CaseQueue;
  forwarder: Forwarder;
  searches: SearchCounter;
  metrics: Metrics;
  /** Answers what has begun, then stops. */
  close(): Promise<void>;
}

/** Puts the gateway together. It listens once `listen` is called. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { dataDir, releaseKey, renderer, log, clock = Date.now, limits, forwarding } = options;
  const metrics = createMetrics();
  const cache = createByteCache(options.cacheBytes ?? 128 * 1024 * 1024);
  const objects = openObjects(join(dataDir, 'objects'), cache, log);
  const strips = createAlertStrips(renderer, log);
  const drawer = createPageDrawer(renderer, strips, log);
  const keys = deriveKeys(options.caseQueueKey);
  const cms = connectCms(options.cms);
  const queue = openCaseQueue(join(dataDir, 'queue.db'), keys.queue);
  const forwarder = startForwarding({
    queue,
    cms,
    log,
    onForwarded: () => metrics.count('mingchuang_filings_forwarded_total'),
    onSetAside: () => metrics.count('mingchuang_filings_set_aside_total'),
    ...forwarding,
  });
  const sites = await followSites({
    dataDir,
    key: releaseKey,
    clock,
    log,
    pollEvery: options.pollEvery ?? 1000,
    prepare: (release) => readSite(release, objects, log),
    onSwitch: () => metrics.count('mingchuang_release_switches_total'),
    onRefusal: () => metrics.count('mingchuang_release_refusals_total'),
  });
  const searches = createSearchCounter({ cms, log });
  const answering = options.searchDatabaseUrl === undefined ? undefined : createSearchAnswering({ url: options.searchDatabaseUrl, objects, log });
  const desk = createIntakeDesk(cms, queue, clock, log);
  const routes = createVisitorRoutes({
    keys,
    drawer,
    queue,
    cms,
    desk,
    searches,
    answering,
    onOutcome: (outcome) => metrics.count('mingchuang_letter_forms_total', outcome),
    previews: createPreviews({ cms, drawer, renderer, strips, log }),
    pageForms: createPageForms({ keys, drawer, desk, objects, log, onOutcome: (outcome) => metrics.count('mingchuang_page_forms_total', outcome) }),
    ...limits,
  });
  /** Before anybody has made a site, a release holds files but no page. */
  const receive = (hostname: string): Reception => {
    const found = sites.find(hostname);
    const isEmpty = found.kind === 'site' && !found.site?.release.routes.has(PATHS.home);
    return isEmpty ? { kind: 'site', site: undefined } : found;
  };
  const answers = createRequestAnswers({ objects, cache, strips, receive, clock, routes, drawer, ...limits });
  const app = await createServer({ log, metrics, answers, isReady: () => sites.main.current() !== undefined, trustProxy: options.trustProxy ?? false });

  let active = 0;
  app.addHook('onRequest', async () => void active++);
  app.addHook('onResponse', async () => void active--);
  measureGateway(metrics, { sites: sites.all, queue, cache, active: () => active });

  return {
    app,
    sites,
    follower: sites.main,
    queue,
    forwarder,
    searches,
    metrics,
    async close() {
      await app.close();
      await Promise.all([sites.close(), forwarder.close(), searches.close(), answering?.close()]);
      queue.close();
    },
  };
}
