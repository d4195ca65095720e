import type { Logger } from 'pino';

import type { Cms } from '../cases/cms.ts';
import type { CaseQueue } from './case-queue.ts';

export interface Forwarder {
  /** Forwards what waits, now. Resolves when nothing waits or the CMS is away. */
  run(): Promise<void>;
  close(): Promise<void>;
}

export interface ForwardOptions {
  queue: CaseQueue;
  cms: Cms;
  log: Logger;
  onForwarded?: () => void;
  onSetAside?: () => void;
  /** Milliseconds before the first and the last repetition. */
  firstDelay?: number;
  lastDelay?: number;
}

const BATCH = 50;

/** Hands waiting filings to the CMS, the oldest first, again and again with growing pauses while it is away. */
export function startForwarding(options: ForwardOptions): Forwarder {
  const { queue, cms, log, onForwarded, onSetAside, firstDelay = 1000, lastDelay = 60_000 } = options;
  let delay = firstDelay;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let closed = false;

  const setAside = (number: string, reason: string) => {
    queue.setAside(number, reason);
    onSetAside?.();
    log.error({ case: number, reason }, 'filing set aside: the CMS will never take it, a person has to look');
  };

  /** Whether the CMS is there. */
  const forwardAll = async (): Promise<boolean> => {
    for (let batch = queue.next(BATCH); batch.length > 0 && !closed; batch = queue.next(BATCH)) {
      for (const waiting of batch) {
        const filing = queue.open(waiting);
        if (!filing) {
          setAside(waiting.number, 'sealed with another CASE_QUEUE_KEY');
          continue;
        }
        const outcome = await cms.fileCase(filing);
        if (outcome.kind === 'away') return false;
        if (outcome.kind === 'refused') setAside(waiting.number, `CMS answered ${outcome.status}`);
        else {
          queue.remove(waiting.number);
          onForwarded?.();
          log.info({ case: waiting.number }, 'waiting filing forwarded');
        }
        if (closed) return true;
      }
    }
    return true;
  };

  const run = (): Promise<void> => {
    running ??= forwardAll()
      .then((isThere) => void (delay = isThere ? firstDelay : Math.min(delay * 2, lastDelay)))
      .catch((error: unknown) => {
        log.error({ err: error }, 'queue of filings cannot be forwarded');
        delay = Math.min(delay * 2, lastDelay);
      })
      .finally(() => {
        running = undefined;
        schedule();
      });
    return running;
  };
  const schedule = () => {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => void run(), delay);
    timer.unref();
  };
  schedule();

  return {
    run,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
