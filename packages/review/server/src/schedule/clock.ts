import { runInAudit } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { LOOK_BACK, tellOfDue } from './tell-of-due.ts';
import { runDue } from './run-due.ts';

/** How often it looks, ms: a plan is carried out within so much of its minute. */
const EVERY = 1000;
/** How often it looks for what falls due, ms. */
const TELLING = 60_000;

/** Carries out plans while the CMS serves. What was missed while it was down is caught up at once. */
export interface Clock {
  stop(): Promise<void>;
}

/** Starts the clock. */
export function startClock(review: Review): Clock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let turn: Promise<unknown> = Promise.resolve();
  let told = new Date(review.now().getTime() - LOOK_BACK);
  const work = async () => {
    await runDue(review);
    const now = review.now();
    if (now.getTime() - told.getTime() < TELLING) return;
    await tellOfDue(review, told);
    told = now;
  };
  const look = async () => {
    turn = runInAudit(review.strapi, 'schedule', work).catch((error: Error) =>
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
