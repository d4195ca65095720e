import { NUDGE_SIGNATURE_HEADER } from '@mingchuang/content/feed';
import { type DrawAnswer, drawAnswer } from '@mingchuang/content/preview';

import type { FeedConfig } from './config.ts';
import type { EntryLine } from './drafts.ts';
import type { FeedCore } from './feed-core.ts';
import { signNudge } from './nudge.ts';

/** How long drawing may take, ms: at 100,000 documents the pages are looked through for a second or two. */
const TIMEOUT = 20_000;

/** Posts a draft to the publisher's draw address, signed as nudges are. The publisher stores nothing of it. */
export async function askToDraw(
  { strapi, now }: FeedCore,
  lines: EntryLine[],
  path?: string,
): Promise<DrawAnswer | { kind: 'away' }> {
  const { publisherUrl, nudgeSecret } = strapi.config.get('plugin::feed') as FeedConfig;
  if (!publisherUrl || !nudgeSecret) return { kind: 'away' };
  const body = JSON.stringify({ lines, ...(path === undefined ? {} : { path }), sentAt: now().toISOString() });
  try {
    const response = await fetch(`${publisherUrl}/draw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [NUDGE_SIGNATURE_HEADER]: signNudge(body, nudgeSecret) },
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new Error(`The publisher answered the draft with ${response.status}`);
    return drawAnswer.parse(await response.json());
  } catch (error) {
    strapi.log.warn(`[feed] 发布程序没有画出预览：${error instanceof Error ? error.message : String(error)}`);
    return { kind: 'away' };
  }
}
