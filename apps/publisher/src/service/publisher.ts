import { nextMoment } from '../clock.ts';
import { explainError } from '../errors.ts';
import { describeFailure } from '../failure.ts';
import { publish, type Publication, type PublicationRequest } from '../publication.ts';
import { followWithSearch } from '../search-release.ts';
import { encodeWaiting } from '../steps/encode-pictures.ts';
import type { Searchable } from '../steps/index-search.ts';
import type { Cause, Run } from '../store/ledger.ts';
import { upgradeOne } from '../store/press.ts';
import { warmUp } from '../warm-up.ts';
import type { Workshop } from '../workshop.ts';
import type { Metrics } from './metrics.ts';

const POLL = 10_000;
/** Until the first release everybody waits for it, and the CMS may still be starting. */
const POLL_AT_FIRST = 1000;
/** Publications of up to this many pages are held to the objective. */
const FEW = 500;
const SEARCH_RETRY = 30_000;
/** Timers of Node overflow beyond 24 days; the clock is looked at every hour anyway. */
const LONGEST_SLEEP = 60 * 60 * 1000;

/** Runs publications one at a time, on demand and by itself. */
export interface Publisher {
  /** Asks for a run. Requests that arrive while one is waiting become one. */
  request(cause: Cause, always?: boolean): void;
  /** Runs now, after whatever is running. @throws {PublishError} When a step failed as a whole. */
  run(request: PublicationRequest): Promise<Publication>;
  /** Does work no publication may run beside. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Returns once the search index has caught up. */
  searchSettled(): Promise<void>;
  /** Returns once no picture waits for its variants and the pages show those that were made. */
  picturesSettled(): Promise<void>;
  /** Begins polling, the clock and background work. */
  start(): void;
  /** Lets the current run finish and begins no other. */
  stop(): Promise<void>;
}

/** Makes the publisher of a workshop. Nothing runs until it is asked or started. */
export function createPublisher(workshop: Workshop, metrics: Metrics): Publisher {
  const { ledger, log } = workshop;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting: { cause: Cause; always: boolean } | undefined;
  let searchable: Searchable | undefined;
  let searching: Promise<void> | undefined;
  let encoding: Promise<void> | undefined;
  let lastError: string | undefined;
  let wasSlow = false;
  let stopping = false;
  const timers = new Map<string, NodeJS.Timeout>();

  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  /** Once, until a publication keeps to the objective again. A new footer draws every page and may take its time. */
  const tellIfSlow = ({ drawn, seconds }: Run) => {
    if (drawn === 0 || drawn > FEW) return;
    const total = Object.values(seconds).reduce((sum, value) => sum + value, 0);
    const isSlow = total > workshop.objective;
    if (isSlow && !wasSlow) workshop.alarms.raise('slow', `发布 ${drawn} 页用了 ${total.toFixed(1)} 秒，超过目标 ${workshop.objective} 秒。请看服务器是否繁忙、磁盘是否变慢；npm run publish -- ledger 列出每一步。`);
    wasSlow = isSlow;
  };

  const runOnce = async (wanted: PublicationRequest): Promise<Publication> => {
    const startedAt = workshop.now();
    try {
      const publication = await publish(workshop, wanted);
      lastError = undefined;
      metrics.countRun(publication);
      if (publication.kind === 'done') {
        const { run } = publication;
        tellIfSlow(run);
        log.info({ ...run, warnings: run.warnings.length }, run.outcome === 'released' ? '已发布' : '没有页面变化');
        searchable = publication.searchable;
        search(run.id);
        encode();
      }
      return publication;
    } catch (error) {
      metrics.countFailure();
      // A CMS that is away for an hour is one line of the ledger, not 360.
      const { message } = error as Error;
      if (message !== lastError) {
        ledger.record(describeFailure(workshop.now(), wanted.cause, startedAt, error));
        log.error({ cause: wanted.cause }, `发布没有成功，线上不受影响：${explainError(error)}`);
      }
      lastError = message;
      throw error;
    } finally {
      schedule('clock', Math.min(nextMoment(workshop.live.snapshot, workshop.now()).getTime() - workshop.now().getTime() + 50, LONGEST_SLEEP), () =>
        request('clock', true),
      );
    }
  };

  /** The index follows the pages beside further publications; only its switch waits its turn. */
  const search = (runId: number) => {
    searching ??= (async () => {
      while (searchable && !stopping) {
        const wanted = searchable;
        searchable = undefined;
        try {
          await followWithSearch(workshop, wanted, exclusively, runId);
        } catch (error) {
          log.error({}, `搜索索引没有更新，页面不受影响，稍后再试：${explainError(error)}`);
          schedule('search', SEARCH_RETRY, () => {
            searchable ??= wanted;
            search(runId);
          });
        }
      }
    })().finally(() => (searching = undefined));
  };

  /** Smaller pictures follow the pages. What was made is shown by a publication, which comes back here for the rest. */
  const encode = () => {
    if (workshop.live.waiting.size === 0 || stopping) return;
    encoding ??= encodeWaiting(workshop, exclusively, () => stopping)
      .then((changed) => changed && request('pictures', true))
      .catch((error: unknown) => log.error({}, `小图没有生成，页面不受影响：${explainError(error)}`))
      .then(() => void (encoding = undefined))
      .then(() => (workshop.live.waiting.size > 0 ? schedule('pictures', 1000, encode) : undefined));
  };

  const schedule = (name: string, wait: number, work: () => void) => {
    clearTimeout(timers.get(name));
    if (!stopping) timers.set(name, setTimeout(work, Math.max(0, wait)));
  };

  const request = (cause: Cause, always = false) => {
    if (waiting) {
      waiting.always ||= always;
      return;
    }
    waiting = { cause, always };
    exclusively(async () => {
      const next = waiting!;
      waiting = undefined;
      if (!stopping) await runOnce(next);
    }).catch(() => undefined);
  };

  const poll = () => {
    request('timer');
    schedule('poll', workshop.current ? POLL : POLL_AT_FIRST, poll);
  };
  const upgrade = async () => {
    const more = await exclusively(() => upgradeOne(workshop.objects, ledger, (message) => log.warn({}, message)));
    schedule('upgrade', more ? 5 : 2000, () => void upgrade());
  };

  return {
    request,
    run: (wanted) => exclusively(() => runOnce(wanted)),
    exclusively,
    searchSettled: async () => {
      while (searching) await searching;
    },
    picturesSettled: async () => {
      while (encoding) {
        await encoding;
        await queue;
      }
    },
    start() {
      request('start', true);
      exclusively(() => warmUp(workshop)).catch((error: unknown) => log.warn({}, `渲染器没能预热：${explainError(error)}`));
      schedule('poll', workshop.current ? POLL : POLL_AT_FIRST, poll);
      schedule('upgrade', 2000, () => void upgrade());
    },
    async stop() {
      stopping = true;
      timers.forEach(clearTimeout);
      await queue;
      await searching;
      await encoding;
      await workshop.lease.leave();
    },
  };
}
