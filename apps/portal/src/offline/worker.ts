/**
 * The service worker. A page from the network always wins; a copy is shown only where there is no network. Files with
 * their digest in the address are taken from a copy at once. Everything else is left to the browser.
 */
import { joinMode, splitMode } from '@mingchuang/content/modes';
import { PATHS } from '@mingchuang/content/paths';

import { dress, KEPT_ON, keyOf, partsOf, SHELL, VISITED } from './keeping.ts';
import { findKept, forgetPage, keepPage, keepParts, putPage, trimVisited } from './shelves.ts';
import type { RequestEvent, WorkerScope } from './worker-scope.ts';

const scope = self as unknown as WorkerScope;
const DAY = 86_400_000;
/** The page for having no network, in every language and script there may be. */
const OFFLINE = [PATHS.offline, `/en${PATHS.offline}`, `/hant${PATHS.offline}`];

scope.addEventListener('install', (event) => {
  void scope.skipWaiting();
  event.waitUntil(fillShell());
});

scope.addEventListener('activate', (event) => {
  // The browser asks the network while the worker is still waking up.
  event.waitUntil(Promise.all([scope.clients.claim(), scope.registration.navigationPreload?.enable()]));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event, url));
  else if (/^\/(?:_astro|media)\//.test(url.pathname) && /^(?:image|script|style|font)$/.test(request.destination)) event.respondWith(answerPart(event));
});

async function fillShell(): Promise<void> {
  const seen = new Set<string>();
  for (const path of OFFLINE) {
    const response = await fetch(path, { cache: 'no-cache' });
    // A site may have no English.
    if (!response.ok) continue;
    const html = await response.text();
    await putPage(SHELL, path, html, response);
    await keepParts(SHELL, partsOf(html), seen);
  }
  const cache = await caches.open(SHELL);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (!seen.has(pathname) && !OFFLINE.includes(pathname)) await cache.delete(url);
  }
}

async function refreshShell(): Promise<void> {
  const shell = await findKept(PATHS.offline);
  if (Date.now() - Date.parse(shell?.headers.get(KEPT_ON) ?? '1970-01-01') > DAY) await fillShell();
}

async function answerPage(event: RequestEvent, url: URL): Promise<Response> {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    event.waitUntil(notePage(url, response.clone()).catch(() => undefined));
    return response;
  } catch {
    return answerOffline(url);
  }
}

async function notePage(url: URL, response: Response): Promise<void> {
  if (response.status === 404 || response.status === 410) await forgetPage(keyOf(url.pathname));
  else if (await keepPage(VISITED, url, response)) {
    await trimVisited();
    await refreshShell();
  }
}

async function answerOffline({ pathname, search }: URL): Promise<Response> {
  const { path, elderly, traditional } = splitMode(pathname);
  const kept = await findKept(keyOf(pathname));
  if (kept) return new Response(dress(await kept.text(), kept.headers.get(KEPT_ON) ?? '', elderly), { headers: kept.headers });
  if (OFFLINE.includes(path)) return Response.error();
  const offline = joinMode((path.startsWith('/en/') ? '/en' : '') + PATHS.offline, { elderly, traditional });
  return Response.redirect(`${offline}?to=${encodeURIComponent(pathname + search)}`);
}

async function answerPart(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200 && response.type === 'basic') {
    const copy = response.clone();
    event.waitUntil(caches.open(VISITED).then((cache) => cache.put(request.url, copy)));
  }
  return response;
}
