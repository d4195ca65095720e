import { explainError } from '../errors.ts';
import { describeFailure } from '../failure.ts';
import { publish, type Publication, type PublicationRequest, type Pulled } from '../publication.ts';
import { followWithSearch } from '../search-release.ts';
import type { Searchable } from '../steps/index-search.ts';
import { upgradeOne } from '../store/press.ts';
import type { Run } from '../store/ledger.ts';
import type { Outlet } from '../workshop.ts';
import type { Metrics } from './metrics.ts';
import { createTimers } from './timers.ts';
import type { Turns } from './turns.ts';

const SEARCH_RETRY = 30_000;
/** Publications of up to this many pages are held to the objective. */
const FEW = 500;

/** Publishes one site: one publication at a time, in the site's own lane; its search index follows beside. */
export interface SiteQueue {
  /** Asks for a publication. Requests that arrive while one is waiting become one. */
  request(wanted: PublicationRequest, pulled: Pulled): Promise<void>;
  /** Publishes after whatever is running. @throws {PublishError} When a step failed as a whole. */
  run(wanted: PublicationRequest, pulled: Pulled): Promise<Publication>;
  /** Writes down that nothing could be published; the same trouble again is no news. */
  fail(wanted: PublicationRequest, startedAt: Date, error: unknown): void;
  /** Returns once the search index has caught up. */
  searchSettled(): Promise<void>;
  /** Begins background work. */
  start(): void;
  stop(): Promise<void>;
}

export interface SiteQueueParts {
  turns: Turns;
  metrics: Metrics;
  /** Called after each publication that looked at pages. */
  onDone: () => void;
}

/** Makes the queue of an outlet. Nothing runs until it is asked or started. */
export function createSiteQueue(outlet: Outlet, { turns, metrics, onDone }: SiteQueueParts): SiteQueue {
  const { key, ledger, log } = outlet;
  const timers = createTimers();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.take(key, work);
  let waiting: { wanted: PublicationRequest; pulled: Pulled; done: Promise<void> } | undefined;
  let searchable: Searchable | undefined;
  let searching: Promise<void> | undefined;
  let lastError: string | undefined;
  let wasSlow = false;

  /** Once, until a publication keeps to the objective again. A new footer draws every page and may take its time. */
  const tellIfSlow = ({ drawn, seconds }: Run) => {
    if (drawn === 0 || drawn > FEW) return;
    const total = Object.values(seconds).reduce((sum, value) => sum + value, 0);
    const isSlow = total > outlet.objective;
    if (isSlow && !wasSlow) outlet.alarms.raise('slow', `发布 ${drawn} 页用了 ${total.toFixed(1)} 秒，超过目标 ${outlet.objective} 秒。请看服务器是否繁忙、磁盘是否变慢；npm run publish -- ledger 列出每一步。`);
    wasSlow = isSlow;
  };

  /** A full disk takes no line of the ledger either; that must not hide why. */
  const note = (run: Run) => {
    try {
      ledger.record(run);
    } catch (error) {
      log.warn({ site: key }, `台账没能记下这次失败：${explainError(error)}`);
    }
  };

  const fail = ({ cause }: PublicationRequest, startedAt: Date, error: unknown) => {
    metrics.countFailure(key);
    // A CMS that is away for an hour is one line of the ledger, not 360.
    const { message } = error as Error;
    if (message !== lastError) {
      log.error({ site: key, cause }, `发布没有成功，线上不受影响：${explainError(error)}`);
      note(describeFailure(outlet.now(), cause, startedAt, error));
    }
    lastError = message;
  };

  const runOnce = async (wanted: PublicationRequest, pulled: Pulled): Promise<Publication> => {
    try {
      const publication = await publish(outlet, wanted, pulled);
      lastError = undefined;
      metrics.countRun(key, publication);
      if (publication.kind === 'done') {
        const { run } = publication;
        tellIfSlow(run);
        log.info({ site: key, ...run, warnings: run.warnings.length }, run.outcome === 'released' ? '已发布' : '没有页面变化');
        searchable = publication.searchable;
        search(run.id);
        onDone();
      }
      return publication;
    } catch (error) {
      fail(wanted, pulled.startedAt, error);
      throw error;
    }
  };

  /** The index follows the pages beside further publications; only its switch waits its turn. */
  const search = (runId: number) => {
    searching ??= (async () => {
      while (searchable && !timers.stopped) {
        const wanted = searchable;
        searchable = undefined;
        try {
          await followWithSearch(outlet, wanted, inTurn, runId);
        } catch (error) {
          log.error({ site: key }, `搜索索引没有更新，页面不受影响，稍后再试：${explainError(error)}`);
          timers.set('search', SEARCH_RETRY, () => {
            searchable ??= wanted;
            search(runId);
          });
        }
      }
    })().finally(() => (searching = undefined));
  };

  const upgrade = async () => {
    const more = await inTurn(() => upgradeOne(outlet.objects, ledger, (message) => log.warn({}, message)));
    timers.set('upgrade', more ? 5 : 2000, () => void upgrade());
  };

  return {
    request(wanted, pulled) {
      if (waiting) {
        waiting.wanted = { ...waiting.wanted, always: waiting.wanted.always || wanted.always };
        waiting.pulled = pulled;
        return waiting.done;
      }
      const done = inTurn(async () => {
        const next = waiting!;
        waiting = undefined;
        if (!timers.stopped) await runOnce(next.wanted, next.pulled).catch(() => undefined);
      });
      waiting = { wanted, pulled, done };
      return done;
    },
    run: (wanted, pulled) => inTurn(() => runOnce(wanted, pulled)),
    fail,
    searchSettled: async () => {
      while (searching) await searching;
    },
    start: () => timers.set('upgrade', 2000, () => void upgrade()),
    async stop() {
      timers.stop();
      await searching;
    },
  };
}
