import { nextMidnight } from '../clock.ts';
import { explainError } from '../errors.ts';
import type { Publisher } from '../service/publisher.ts';
import type { Outlet, Workshop } from '../workshop.ts';
import { createObjectWatch, type ObjectWatch } from './watch-objects.ts';
import { proveSite, watchObjects } from './watch-site.ts';

/** A file that was touched is found within a minute. */
const LOOK = 20_000;
const DAY = 24 * 60 * 60 * 1000;
/** Half past three in Asia/Shanghai, when hardly anybody publishes. */
const PROOF_AT = 3.5 * 60 * 60 * 1000;
const PROOF_RETRY = 10 * 60 * 1000;

/** Looks after what is served for as long as the service runs. @returns what ends it. */
export function startWatching(workshop: Workshop, publisher: Publisher): () => void {
  const { objects, outlets, log, now } = workshop;
  const watches = new WeakMap<Outlet, ObjectWatch>();
  const watchOf = (outlet: Outlet): ObjectWatch => {
    const watch = watches.get(outlet) ?? createObjectWatch(objects);
    watches.set(outlet, watch);
    return watch;
  };
  let looking: NodeJS.Timeout;
  let proving: NodeJS.Timeout;
  let isOver = false;

  const look = async () => {
    for (const outlet of outlets.values())
      await watchObjects(outlet, publisher, watchOf(outlet)).catch((error: unknown) => log.error({ site: outlet.key }, `没能核对已发布的文件：${explainError(error)}`));
    if (!isOver) looking = setTimeout(() => void look(), LOOK);
  };
  const prove = async () => {
    let proven = true;
    for (const outlet of outlets.values())
      proven &&= await proveSite(outlet, publisher).catch((error: unknown) => {
        log.error({ site: outlet.key }, `夜间全站核对没有做完：${explainError(error)}`);
        return true;
      });
    if (!isOver) proving = setTimeout(() => void prove(), proven ? untilNight(now()) : PROOF_RETRY);
  };
  looking = setTimeout(() => void look(), LOOK);
  proving = setTimeout(() => void prove(), untilNight(now()));

  return () => {
    isOver = true;
    clearTimeout(looking);
    clearTimeout(proving);
  };
}

/** Milliseconds until the next proof, at least a minute. */
export function untilNight(now: Date): number {
  return Math.max((nextMidnight(now).getTime() + PROOF_AT - now.getTime()) % DAY, 60_000);
}
