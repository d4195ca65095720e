import type { Core } from '@strapi/strapi';

import { backOff, type Caller, startCaller } from './caller.ts';
import { readHead } from './changes.ts';
import type { FeedConfig } from './config.ts';
import type { Row } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { sendDispatch, sendNudge } from './nudge.ts';

/** A publisher that heard a nudge is reminded when it says nothing for this long, ms. */
const REMIND_PUBLISHER = 15_000;

/** A CI is started once a minute at most. */
const DISPATCH_PAUSE = 60_000;

/** For how long one process keeps the others from starting the CI, ms: longer than a call may take. */
const DISPATCH_LEASE = 30_000;

/** Starts telling the outside of changes: the publisher, and a CI where one is configured. */
export function startCallingOut(core: FeedCore, config: FeedConfig): Caller[] {
  const { publisherUrl, nudgeSecret, dispatchRepository, dispatchToken } = config;
  const callers: Caller[] = [];
  if (publisherUrl && nudgeSecret) callers.push(startNudging(core, { publisherUrl, nudgeSecret }));
  if (dispatchRepository && dispatchToken) {
    callers.push(
      startDispatching(core, { repository: dispatchRepository, token: dispatchToken, api: config.dispatchApi }),
    );
  }
  core.onChange(() => {
    for (const caller of callers) caller.wake();
  });
  return callers;
}

function startNudging(core: FeedCore, target: { publisherUrl: string; nudgeSecret: string }): Caller {
  const { strapi } = core;
  return startCaller({
    read: async () => {
      const { epoch, sequence } = await readHead(strapi.db.connection);
      const last: Row | undefined = await strapi.db
        .connection('feed_acknowledgements')
        .where({ epoch })
        .max('sequence as sequence')
        .first();
      return { epoch, sequence, done: Number(last?.sequence ?? 0) };
    },
    call: ({ epoch, sequence }) => sendNudge(target, { epoch, sequence, sentAt: core.now().toISOString() }),
    onError: (error) => strapi.log.warn(`[feed] 联系不上发布程序，会继续重试：${describe(error)}`),
    retryAfter: backOff,
    remindAfter: REMIND_PUBLISHER,
  });
}

function startDispatching(
  core: FeedCore,
  target: { repository: string; token: string; api: string | undefined },
): Caller {
  const { strapi } = core;
  return startCaller({
    read: async () => ({ ...(await readHead(strapi.db.connection)), done: await readDispatched(strapi) }),
    call: (payload) => dispatchOnce(core, payload, () => sendDispatch(target, payload)),
    onError: (error) => strapi.log.warn(`[feed] 没能启动构建流水线，会继续重试：${describe(error)}`),
    retryAfter: backOff,
    remindAfter: 0,
    pause: DISPATCH_PAUSE,
  });
}

/**
 * Sends unless another CMS process on the same database does or did. A process that dies while it sends leaves a lease
 * that runs out.
 */
export async function dispatchOnce(
  { strapi, now }: FeedCore,
  { sequence }: { sequence: number },
  send: () => Promise<void>,
): Promise<void> {
  const state = () => strapi.db.connection('feed_state');
  const instant = (later: number) => new Date(now().getTime() + later).toISOString();
  await state().insert({ key: 'dispatching', value: '' }).onConflict('key').ignore();
  const lease = state().where({ key: 'dispatching' });
  const isOurs = await lease
    .clone()
    .where('value', '<', instant(0))
    .update({ value: instant(DISPATCH_LEASE) });
  if (!isOurs) return;
  try {
    if ((await readDispatched(strapi)) >= sequence) return;
    await send();
    await state()
      .insert({ key: 'dispatched', value: String(sequence) })
      .onConflict('key')
      .merge();
  } finally {
    await lease.clone().update({ value: '' });
  }
}

async function readDispatched(strapi: Core.Strapi): Promise<number> {
  const row: Row | undefined = await strapi.db.connection('feed_state').where({ key: 'dispatched' }).first('value');
  return Number(row?.value ?? 0);
}

/** The reason behind an error of fetch is in its cause. */
function describe(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
