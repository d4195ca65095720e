import { nextMoment } from '../clock.ts';
import { explainError } from '../errors.ts';
import { pull, type Publication, type PublicationRequest, type Pulled } from '../publication.ts';
import { encodeWaiting } from '../steps/encode-pictures.ts';
import type { Cause } from '../store/ledger.ts';
import { warmUp } from '../warm-up.ts';
import { mainOutlet, type Outlet, type Workshop } from '../workshop.ts';
import type { Metrics } from './metrics.ts';
import { createSiteQueue, type SiteQueue } from './site-queue.ts';
import { createTimers } from './timers.ts';
import { createTurns } from './turns.ts';

const POLL = 10_000;
/** Until the first release everybody waits for it, and the CMS may still be starting. */
const POLL_AT_FIRST = 1000;
/** Timers of Node overflow beyond 24 days; the clock is looked at every hour anyway. */
const LONGEST_SLEEP = 60 * 60 * 1000;
/** The lane in which the CMS is asked: no site's key has a capital. */
const PULL = 'PULL';

/** Pulls for all sites and publishes each in a queue of its own, on demand and by itself. */
export interface Publisher {
  /** Asks for a pull and a publication of every site. Requests that arrive while one is waiting become one. */
  request(cause: Cause, always?: boolean): void;
  /** Pulls and publishes one site now, the main one when none is named. @throws {PublishError} When a step failed as a whole. */
  run(request: PublicationRequest, outlet?: Outlet): Promise<Publication>;
  /** Does work no publication of a site may run beside; of any site, nor a pull, when none is named. */
  exclusively<T>(work: () => Promise<T>, outlet?: Outlet): Promise<T>;
  /** Returns once everything that was asked for has been published. */
  quiet(): Promise<void>;
  /** Returns once the search indexes have caught up. */
  searchSettled(): Promise<void>;
  /** Returns once no picture waits for its variants and the pages show those that were made. */
  picturesSettled(): Promise<void>;
  /** Forgets the queue of an outlet that is about to be removed. */
  drop(outlet: Outlet): Promise<void>;
  /** Begins polling, the clock and background work. */
  start(): void;
  /** Lets the current runs finish and begins no other. */
  stop(): Promise<void>;
}

/** Makes the publisher of a workshop. Nothing runs until it is asked or started. */
export function createPublisher(workshop: Workshop, metrics: Metrics): Publisher {
  const { log } = workshop;
  const turns = createTurns();
  const timers = createTimers();
  const queues = new Map<Outlet, SiteQueue>();
  let started = false;
  let waiting: PublicationRequest | undefined;
  let encoding: Promise<void> | undefined;

  const queueOf = (outlet: Outlet): SiteQueue => {
    let queue = queues.get(outlet);
    if (!queue) {
      queues.set(outlet, (queue = createSiteQueue(outlet, { turns, metrics, onDone: () => encode() })));
      if (started) queue.start();
    }
    return queue;
  };

  const pullFor = async (wanted: PublicationRequest, outlet: Outlet): Promise<Pulled> => {
    const startedAt = workshop.now();
    try {
      const pulled = await pull(workshop);
      metrics.noteReached();
      return pulled;
    } catch (error) {
      queueOf(outlet).fail(wanted, startedAt, error);
      throw error;
    } finally {
      const now = workshop.now();
      timers.set('clock', Math.min(nextMoment(workshop.live.snapshot, now).getTime() - now.getTime() + 50, LONGEST_SLEEP), () => request('clock', true));
    }
  };

  /** Smaller pictures follow the pages. What was made is shown by a publication, which comes back here for the rest. */
  const encode = () => {
    if (workshop.live.waiting.size === 0 || timers.stopped) return;
    encoding ??= encodeWaiting(workshop, () => timers.stopped)
      .then((changed) => changed && request('pictures', true))
      .catch((error: unknown) => log.error({}, `小图没有生成，页面不受影响：${explainError(error)}`))
      .then(() => void (encoding = undefined))
      .then(() => (workshop.live.waiting.size > 0 ? timers.set('pictures', 1000, encode) : undefined));
  };

  const request = (cause: Cause, always = false) => {
    if (waiting) {
      waiting.always ||= always;
      return;
    }
    waiting = { cause, always };
    turns
      .take(PULL, async () => {
        const next = waiting!;
        waiting = undefined;
        if (timers.stopped) return;
        const pulled = await pullFor(next, mainOutlet(workshop));
        for (const outlet of workshop.outlets.values()) void queueOf(outlet).request(next, pulled);
      })
      .catch(() => undefined);
  };

  const poll = () => {
    request('timer');
    timers.set('poll', mainOutlet(workshop).current ? POLL : POLL_AT_FIRST, poll);
  };

  return {
    request,
    async run(wanted, outlet = mainOutlet(workshop)) {
      const pulled = await turns.take(PULL, () => pullFor(wanted, outlet));
      return queueOf(outlet).run(wanted, pulled);
    },
    exclusively: (work, outlet) => (outlet ? turns.take(outlet.key, work) : turns.takeAll(work)),
    quiet: turns.idle,
    async searchSettled() {
      for (const queue of queues.values()) await queue.searchSettled();
    },
    picturesSettled: async () => {
      while (encoding) {
        await encoding;
        await turns.idle();
      }
    },
    async drop(outlet) {
      await queues.get(outlet)?.stop();
      queues.delete(outlet);
    },
    start() {
      started = true;
      request('start', true);
      turns.take(PULL, () => warmUp(mainOutlet(workshop))).catch((error: unknown) => log.warn({}, `渲染器没能预热：${explainError(error)}`));
      timers.set('poll', mainOutlet(workshop).current ? POLL : POLL_AT_FIRST, poll);
      for (const queue of queues.values()) queue.start();
    },
    async stop() {
      timers.stop();
      await Promise.all([...queues.values()].map((queue) => queue.stop()));
      await turns.idle();
      await encoding;
      await workshop.lease.leave();
    },
  };
}
