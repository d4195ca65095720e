import { createHmac } from 'node:crypto';

import { type Nudge, NUDGE_SIGNATURE_HEADER } from '@mingchuang/content/feed';

/** How long a call may take, ms. */
const TIMEOUT = 10_000;

/** Signs the body of a nudge: `sha256=` and the hex HMAC-SHA-256 of its bytes. */
export function signNudge(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Tells the publisher that there is something new. It carries no content: the feed is the truth. */
export async function sendNudge(
  {
    publisherUrl,
    nudgeSecret,
    fetch = globalThis.fetch,
  }: { publisherUrl: string; nudgeSecret: string; fetch?: typeof globalThis.fetch },
  nudge: Nudge,
): Promise<void> {
  const body = JSON.stringify(nudge);
  const response = await fetch(`${publisherUrl}/nudge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [NUDGE_SIGNATURE_HEADER]: signNudge(body, nudgeSecret) },
    body,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The publisher answered the nudge with ${response.status}`);
}

/** Starts a workflow of a repository by `repository_dispatch`, for portals that are built by a CI. */
export async function sendDispatch(
  {
    repository,
    token,
    api = 'https://api.github.com',
    fetch = globalThis.fetch,
  }: { repository: string; token: string; api?: string | undefined; fetch?: typeof globalThis.fetch },
  payload: { epoch: string; sequence: number },
): Promise<void> {
  const response = await fetch(`${api}/repos/${repository}/dispatches`, {
    method: 'POST',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'mingchuang',
    },
    body: JSON.stringify({ event_type: 'content-published', client_payload: payload }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${api} answered the dispatch with ${response.status}`);
}
