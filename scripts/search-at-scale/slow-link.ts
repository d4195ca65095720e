import { setTimeout as sleep } from 'node:timers/promises';

/** A network between visitor and site, as DevTools' slow 4G. */
export const SLOW = { kilobits: 1600, roundTripMs: 150 } as const;

/** Delays answers as a slow network does: each by a round trip, and all of them together by the room there is. */
export interface Link {
  isSlow: boolean;
  /** Waits until an answer of so many bytes has arrived. */
  carry(bytes: number): Promise<void>;
}

/** Opens a link that is not slow yet. */
export function openLink(): Link {
  let freeAt = 0;
  return {
    isSlow: false,
    async carry(bytes) {
      if (!this.isSlow) return;
      const now = performance.now() + SLOW.roundTripMs;
      freeAt = Math.max(now, freeAt) + (bytes * 8) / SLOW.kilobits;
      await sleep(freeAt - performance.now());
    },
  };
}
