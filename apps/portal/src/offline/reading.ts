/**
 * Loaded where a page is a copy, where it is the first of a visit, and where its tab was left: keeps that first page,
 * and says in one line above the page that there is no network, or that the page has changed meanwhile.
 */
import { PATHS } from '@mingchuang/content/paths';

import { keyOf, partsOf, undress, VISITED } from './keeping.ts';
import { findKept, keepPage, keepParts } from './shelves.ts';

/** A page that was out of sight for this long is asked for again (milliseconds). */
const LONG = 10 * 60 * 1000;

const { dataset, lang } = document.documentElement;
const key = keyOf(location.pathname);
let left = Date.now();

/** Shows a line whose text stands in the page for having no network. */
async function tell(part: 'kept' | 'changed', time?: Date): Promise<void> {
  const path = ({ en: '/en', 'zh-Hant': '/hant' }[lang] ?? '') + PATHS.offline;
  const page = new DOMParser().parseFromString(await ((await findKept(path)) ?? (await fetch(path))).text(), 'text/html');
  const line = page.querySelector(`[data-part="${part}"]`)?.firstElementChild;
  if (!line) return;
  line.querySelector('time')?.append(time?.toLocaleString(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }) ?? '');
  line.querySelector('a')?.setAttribute('href', location.href);
  const said = document.getElementById('said-offline') ?? document.createElement('div');
  said.id = 'said-offline';
  said.setAttribute('role', 'status');
  document.querySelector('main')?.before(said);
  // A moment later, or a screen reader does not notice that something was said.
  setTimeout(() => said.replaceChildren(line), 100);
}

async function keepFirst(): Promise<void> {
  await navigator.serviceWorker.ready;
  const html = await keepPage(VISITED, new URL(location.href), await fetch(location.href, { cache: 'force-cache' }));
  if (html) await keepParts(VISITED, partsOf(html));
}

async function lookAgain(): Promise<void> {
  const before = await (await findKept(key))?.text();
  if (before === undefined || dataset.kept) return;
  const now = await keepPage(VISITED, new URL(location.href), await fetch(location.href, { cache: 'no-cache' }));
  if (now !== undefined && undress(now) !== before) await tell('changed');
}

const quietly = (work: Promise<void>) => void work.catch(() => undefined);

if (dataset.kept && !key.endsWith(PATHS.offline)) quietly(tell('kept', new Date(dataset.kept)));
if (!dataset.kept && !navigator.serviceWorker.controller) quietly(keepFirst());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') left = Date.now();
  else if (Date.now() - left > LONG) quietly(lookAgain());
});
