import { COUNTDOWN } from './record.ts';

/** What happens while nobody touches the machine. */
export interface IdleWatch {
  /** Somebody is there: the time begins anew. */
  touch(): void;
  /** One second has passed. */
  tick(): void;
}

interface Reactions {
  /** The countdown stands at so many seconds. */
  warn(left: number): void;
  /** Somebody came back during the countdown. */
  back(): void;
  /** Nobody did. */
  end(): void;
}

/** Counts the seconds nobody touches the machine: first in silence, then aloud. @param seconds Of silence. */
export function createIdleWatch(seconds: number, { warn, back, end }: Reactions): IdleWatch {
  let idle = 0;
  return {
    touch() {
      if (idle >= seconds && idle < seconds + COUNTDOWN) back();
      idle = 0;
    },
    tick() {
      idle++;
      if (idle >= seconds + COUNTDOWN) end();
      else if (idle >= seconds) warn(seconds + COUNTDOWN - idle);
    },
  };
}

/** Whether a screen reader is to be told: at the beginning, half-way and shortly before the end. */
export const isSaid = (left: number): boolean => left === COUNTDOWN || left === COUNTDOWN / 2 || left === 5;
