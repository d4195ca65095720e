import { importsOf, isImpersonal, KEPT_ON, keyOf, mayKeep, SAVED, SHELL, undress, VISITED } from './keeping.ts';

/** Pages and parts that are kept of what was only looked at; the oldest go first. */
const MOST_VISITED = 200;

const find = (address: string, cacheName: string) => caches.match(address, { cacheName, ignoreVary: true });

/** The newest copy of a page; `undefined` when there is none. */
export async function findKept(key: string): Promise<Response | undefined> {
  const copies = await Promise.all([SAVED, VISITED, SHELL].map((name) => find(key, name)));
  const timeOf = (response: Response) => response.headers.get(KEPT_ON) ?? '';
  return copies.filter((copy) => copy !== undefined).sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))[0];
}

/** Whether a page was saved on purpose. */
export const isSaved = async (key: string): Promise<boolean> => (await find(key, SAVED)) !== undefined;

/** Puts a page on a shelf as it stands, whatever it is. */
export async function putPage(shelf: string, key: string, html: string, from: Response): Promise<void> {
  const headers = new Headers(from.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(KEPT_ON, new Date().toISOString());
  const cache = await caches.open(shelf);
  // Out and in again: what is put last goes last.
  await cache.delete(key, { ignoreVary: true });
  await cache.put(key, new Response(undress(html), { headers }));
}

/** Keeps a page that may be kept. @returns its HTML, or `undefined` when it is none of those. */
export async function keepPage(shelf: string, address: URL, response: Response): Promise<string | undefined> {
  if (!mayKeep(address, response)) return undefined;
  const html = await response.text();
  if (!isImpersonal(html)) return undefined;
  await putPage(shelf, keyOf(address.pathname), html, response);
  return html;
}

/** Keeps files with those they load. Their addresses carry their digest: a copy is never out of date. */
export async function keepParts(shelf: string, addresses: Iterable<string>, seen = new Set<string>()): Promise<Set<string>> {
  const cache = await caches.open(shelf);
  for (const address of addresses) {
    if (seen.has(address)) continue;
    seen.add(address);
    const response = (await caches.match(address, { ignoreVary: true })) ?? (await fetch(address).catch(() => undefined));
    if (!response?.ok) continue;
    if (address.endsWith('.js')) await keepParts(shelf, importsOf(await response.clone().text()), seen);
    await cache.put(address, response);
  }
  return seen;
}

/** What was withdrawn is withdrawn here too. */
export async function forgetPage(key: string): Promise<void> {
  for (const name of [SAVED, VISITED]) await (await caches.open(name)).delete(key, { ignoreVary: true });
}

/** Throws out what was looked at longest ago. */
export async function trimVisited(): Promise<void> {
  const cache = await caches.open(VISITED);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_VISITED))) await cache.delete(key);
}
