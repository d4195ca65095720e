import { setFlagsFromString } from 'node:v8';

/** Percent by which what is held may grow before it is cleared. */
const GROWTH = 40;

/**
 * Has memory cleared earlier than Node does by itself: it would let a city of a hundred thousand documents, which takes 0.9 GB,
 * grow to 2.6. A larger city still gets what it needs, unlike under a limit.
 */
export function collectEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
