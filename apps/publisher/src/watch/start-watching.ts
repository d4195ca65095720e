import { nextMidnight } from '../clock.ts';
import { explainError } from '../errors.ts';
import type { Publisher } from '../service/publisher.ts';
import type { Workshop } from '../workshop.ts';
import { createObjectWatch } from './watch-objects.ts';
import { proveSite, watchObjects } from './watch-site.ts';

/** A file that was touched is found within a minute. */
const LOOK = 20_000;
const DAY = 24 * 60 * 60 * 1000;
/** Half past three in Asia/Shanghai, when hardly anybody publishes. */
const PROOF_AT = 3.5 * 60 * 60 * 1000;
const PROOF_RETRY = 10 * 60 * 1000;

/** Looks after what is served for as long as the service runs. @returns what ends it. */
export function startWatching(workshop: Workshop, publisher: Publisher): () => void {
  const { objects, log, now } = workshop;
  const watch = createObjectWatch(objects);
  let looking: NodeJS.Timeout;
  let proving: NodeJS.Timeout;
  let isOver = false;

  const look = async () => {
    await watchObjects(workshop, publisher, watch).catch((error: unknown) => log.error({}, `没能核对已发布的文件：${explainError(error)}`));
    if (!isOver) looking = setTimeout(() => void look(), LOOK);
  };
  const prove = async () => {
    const proven = await proveSite(workshop, publisher).catch((error: unknown) => void log.error({}, `夜间全站核对没有做完：${explainError(error)}`));
    if (!isOver) proving = setTimeout(() => void prove(), proven === false ? PROOF_RETRY : untilNight(now()));
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
