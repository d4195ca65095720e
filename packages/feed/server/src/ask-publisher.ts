import { NUDGE_SIGNATURE_HEADER } from '@mingchuang/content/feed';
import type { z } from 'zod';

import type { FeedConfig } from './config.ts';
import type { FeedCore } from './feed-core.ts';
import { signNudge } from './nudge.ts';

/** How long an answer may take, ms: at 100,000 documents the pages are looked through for a second or two. */
const TIMEOUT = 20_000;

/** Asks the publisher something while somebody waits, signed as nudges are. `away` when there is none, or it does not answer. */
export async function askPublisher<T>({ strapi, now }: FeedCore, path: string, asked: object, answer: z.ZodType<T>): Promise<T | { kind: 'away' }> {
  const { publisherUrl, nudgeSecret } = strapi.config.get('plugin::feed') as FeedConfig;
  if (!publisherUrl || !nudgeSecret) return { kind: 'away' };
  const body = JSON.stringify({ ...asked, sentAt: now().toISOString() });
  try {
    const response = await fetch(publisherUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [NUDGE_SIGNATURE_HEADER]: signNudge(body, nudgeSecret) },
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new Error(`The publisher answered ${path} with ${response.status}`);
    return answer.parse(await response.json());
  } catch (error) {
    strapi.log.warn(`[feed] 发布程序没有答复：${error instanceof Error ? error.message : String(error)}`);
    return { kind: 'away' };
  }
}
