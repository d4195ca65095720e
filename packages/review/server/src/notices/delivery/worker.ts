import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { claimDue, type Delivery, nextDue, settle } from './deliveries.ts';
import { planNotices } from './plan-notices.ts';
import { afterFailure } from './retry.ts';
import { type Outside, send } from './send.ts';

/** Takes notices out of the house, beside everything else the CMS does. */
export interface Worker {
  /** Something was told: look at once. Cheap, never throws. */
  wake(): void;
  /** Ends after what is being sent. */
  stop(): Promise<void>;
}

/** Longest sleep, ms: what another process on the same database was told is found by then. */
const LONGEST = 10_000;
/** Deliveries sent side by side. */
const AT_ONCE = 4;

/** Starts the worker of this process. Nothing is kept in memory: after a restart the tables say what is to be done. */
export function startWorker(strapi: Core.Strapi, outside: Outside): Worker {
  const id = randomUUID();
  let stopped = false;
  let woken = false;
  let endSleep: (() => void) | undefined;

  const sleep = async (milliseconds: number) => {
    if (stopped || woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endSleep = undefined;
  };

  const run = async () => {
    while (!stopped) {
      woken = false;
      const wait = await workThrough(strapi, outside, id, () => stopped).catch((error: unknown) => {
        // The database is away: what is to be sent is still there when it is back.
        if (!stopped) strapi.log.warn(`[notices] 暂时不能送出通知，会继续重试：${(error as Error).message}`);
        return LONGEST;
      });
      await sleep(wait);
    }
  };
  const running = run();
  return {
    wake() {
      woken = true;
      endSleep?.();
    },
    async stop() {
      stopped = true;
      endSleep?.();
      await running;
    },
  };
}

/** Plans and sends everything that is due. @returns How long there is nothing to do, ms. */
async function workThrough(strapi: Core.Strapi, outside: Outside, worker: string, isStopped: () => boolean): Promise<number> {
  const sql = strapi.db.connection;
  for (;;) {
    const planned = isStopped() ? 0 : await planNotices(strapi, { now: outside.now(), mails: outside.mailer !== undefined });
    const claimed = isStopped() ? [] : await claimDue(sql, { worker, now: outside.now(), most: AT_ONCE });
    await Promise.all(claimed.map((delivery) => deliver(strapi, delivery, outside, worker)));
    if (planned === 0 && claimed.length === 0) break;
  }
  const next = await nextDue(sql);
  return next ? Math.min(Math.max(next.getTime() - outside.now().getTime(), 50), LONGEST) : LONGEST;
}

async function deliver(strapi: Core.Strapi, delivery: Delivery, outside: Outside, worker: string): Promise<void> {
  const outcome = await send(strapi, delivery, outside).then(
    (state) => ({ state }),
    (error: unknown) => afterFailure(error, delivery.attempt, outside.now()),
  );
  if ('problem' in outcome) strapi.log.warn(`[notices] 没有送达（${delivery.id}，第 ${delivery.attempt} 次）：${outcome.problem}`);
  await settle(strapi.db.connection, delivery, outcome, { worker, now: outside.now() });
}
