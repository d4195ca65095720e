import { runInAudit } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { runDue } from './run-due.ts';

/** How often it looks, ms: a plan is carried out within so much of its minute. */
const EVERY = 1000;

/** Carries out plans while the CMS serves. What was missed while it was down is caught up at once. */
export interface Clock {
  stop(): Promise<void>;
}

/** Starts the clock. */
export function startClock(review: Review): Clock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let turn: Promise<unknown> = Promise.resolve();
  const look = async () => {
    turn = runInAudit(review.strapi, 'schedule', () => runDue(review)).catch((error: Error) =>
      review.strapi.log.error(`定时任务没有完成，稍后再试：${error.message}`),
    );
    await turn;
    if (!isStopped) timer = setTimeout(() => void look(), EVERY);
  };
  void look();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
