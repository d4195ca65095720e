import { LEASE_SECONDS, type Lease } from '@mingchuang/content';

import { explainError } from '../errors.ts';
import type { Feed } from './connect-feed.ts';

/** The right to publish, as this publisher has it from the CMS. */
export interface LeaseKeeper {
  /**
   * The lease as it is now. The CMS is asked when less than half of its time is left, so that an edit does not wait for it.
   * @param above The fence of the release being served.
   * @throws {PublishError} When the CMS cannot be asked.
   */
  hold(above: number): Promise<Lease>;
  /** Gives it back, so that another publisher takes over at once. */
  leave(): Promise<void>;
}

export interface LeaseParts {
  feed: Pick<Feed, 'lease'>;
  /** Names this publisher, also after its restart. */
  holder: string;
  warn: (message: string) => void;
  /** Milliseconds of a clock that nobody sets. */
  clock?: () => number;
}

/** Keeps the lease of one publisher. */
export function createLeaseKeeper({ feed, holder, warn, clock = () => performance.now() }: LeaseParts): LeaseKeeper {
  let granted: Extract<Lease, { kind: 'granted' }> | undefined;
  let until = 0;

  return {
    async hold(above) {
      if (granted && granted.fence >= above && until - clock() > (LEASE_SECONDS * 1000) / 2) return granted;
      const asked = clock();
      const lease = await feed.lease({ holder, above });
      granted = lease.kind === 'granted' ? lease : undefined;
      // Counted from before the question: an answer that was long on its way promises less.
      until = asked + lease.seconds * 1000;
      return lease;
    },
    async leave() {
      if (!granted) return;
      granted = undefined;
      await feed.lease({ holder, above: 0, leaves: true }).catch((error: unknown) => warn(`没能交还发布权，它会自己过期：${explainError(error)}`));
    },
  };
}
