import type { CaseFiling, FieldError } from '@mingchuang/content';
import type { Logger } from 'pino';

import type { CaseQueue } from '../queue/case-queue.ts';
import type { Cms } from './cms.ts';

export type Intake =
  | { kind: 'taken'; queued: boolean }
  | { kind: 'refused'; errors: FieldError[] }
  /** Neither the CMS nor our own disk could keep it. */
  | { kind: 'lost' };

export interface IntakeDesk {
  /** Resolves with `taken` only when the filing is on a disk: the CMS's or ours. */
  take(filing: CaseFiling): Promise<Intake>;
}

/** After the CMS was found away, filings go straight into the queue for this long, so that citizens need not wait. */
const REST = 5000;

/** Hands filings to the CMS, or keeps them in the queue while it is away or slow. */
export function createIntakeDesk(cms: Cms, queue: CaseQueue, clock: () => number, log: Logger): IntakeDesk {
  let awayUntil = 0;

  const enqueue = async (filing: CaseFiling): Promise<Intake> => {
    try {
      await queue.add(filing);
      return { kind: 'taken', queued: true };
    } catch (error) {
      log.error({ err: error }, 'filing could be kept nowhere, the citizen was told');
      return { kind: 'lost' };
    }
  };

  return {
    async take(filing) {
      if (clock() < awayUntil) return enqueue(filing);
      const outcome = await cms.fileCase(filing);
      if (outcome.kind === 'ok') return { kind: 'taken', queued: false };
      if (outcome.kind === 'refused') return { kind: 'refused', errors: outcome.errors };
      awayUntil = clock() + REST;
      log.warn({ reason: outcome.reason }, 'CMS is away, filings wait in the queue');
      return enqueue(filing);
    },
  };
}
