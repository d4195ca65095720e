import { joinMode, splitMode } from '@mingchuang/content/modes';

import { KEPT_ON, partsOf, SAVED, undress, VISITED } from './keeping.ts';
import { forgetPage, isSaved, keepPage, keepParts } from './shelves.ts';

/** Pages that were only looked at, in the list. */
const NEWEST = 20;

interface KeptPage {
  key: string;
  title: string;
  keptOn: string;
  html: string;
}

/**
 * Lists what this device keeps: pages saved on purpose, which are brought up to date where there is a network, and pages
 * that were looked at. Its texts and its row stand in the HTML.
 */
export class Shelf extends HTMLElement {
  connectedCallback(): void {
    this.#showLost();
    if (!('caches' in window)) return;
    this.querySelector('[data-part="clear"]')?.addEventListener('click', () => void this.#clear());
    void this.#draw().then(() => this.#refresh());
  }

  /** Where the reader wanted to go, when this page stands in for it. */
  #showLost(): void {
    const wanted = new URLSearchParams(location.search).get('to');
    const lost = this.querySelector<HTMLElement>('[data-part="lost"]');
    if (!lost || !wanted) return;
    const to = new URL(wanted, location.origin);
    if (to.origin !== location.origin) return;
    lost.hidden = false;
    lost.querySelector('a')?.setAttribute('href', to.pathname + to.search);
  }

  async #draw(): Promise<void> {
    const saved = await listKept(SAVED);
    const names = new Set(saved.map(({ key }) => key));
    const visited = (await listKept(VISITED)).filter(({ key }) => !names.has(key)).slice(0, NEWEST);
    this.#fill('saved', saved, true);
    this.#fill('visited', visited, false);
    const clear = this.querySelector<HTMLElement>('[data-part="clear"]');
    if (clear) clear.hidden = saved.length + visited.length === 0;
  }

  #fill(part: string, pages: readonly KeptPage[], canRemove: boolean): void {
    const section = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
    section?.querySelector('ul')?.replaceChildren(...pages.flatMap((page) => this.#row(page, canRemove)));
    const nothing = section?.querySelector<HTMLElement>('[data-part="nothing"]');
    if (nothing) nothing.hidden = pages.length > 0;
  }

  #row({ key, title, keptOn }: KeptPage, canRemove: boolean): HTMLElement[] {
    const row = this.querySelector<HTMLTemplateElement>('template[data-part="row"]')?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
    const link = row?.querySelector('a');
    const button = row?.querySelector('button');
    if (!row || !link || !button) return [];
    row.dataset.key = key;
    const { path, traditional } = splitMode(key);
    link.setAttribute('href', joinMode(path, { elderly: document.documentElement.dataset.mode === 'elderly', traditional }));
    link.textContent = title;
    row.querySelector('time')?.append(new Date(keptOn).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }));
    button.hidden = !canRemove;
    button.setAttribute('aria-label', `${button.textContent?.trim() ?? ''}：${title}`);
    button.addEventListener('click', () => void this.#remove(key, title));
    return [row];
  }

  async #remove(key: string, title: string): Promise<void> {
    await forgetPage(key);
    await this.#draw();
    this.#say((this.dataset.removed ?? '').replace('{title}', title));
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  async #clear(): Promise<void> {
    await Promise.all([SAVED, VISITED].map((name) => caches.delete(name)));
    await this.#draw();
    this.#say(this.dataset.cleared ?? '');
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Asks for each saved page again. What has changed is kept anew, what was withdrawn goes. */
  async #refresh(): Promise<void> {
    for (const { key, html } of await listKept(SAVED)) {
      const response = await fetch(key, { cache: 'no-cache' }).catch(() => undefined);
      if (!response || document.documentElement.dataset.kept) return;
      const mark = await this.#renew(key, html, response);
      const tag = this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [data-part="mark"]`);
      if (!mark || !tag) continue;
      tag.textContent = mark;
      tag.hidden = false;
    }
  }

  async #renew(key: string, before: string, response: Response): Promise<string | undefined> {
    if (response.status === 404 || response.status === 410) {
      await forgetPage(key);
      return this.dataset.withdrawn;
    }
    const now = (await isSaved(key)) && (await keepPage(SAVED, new URL(key, location.origin), response));
    if (!now || undress(now) === before) return undefined;
    await keepParts(SAVED, partsOf(now));
    return this.dataset.changed;
  }

  #say(text: string): void {
    const said = this.querySelector('[data-part="said"]');
    if (said) said.textContent = text;
  }
}

/** The pages on a shelf, the last kept first. */
async function listKept(shelf: string): Promise<KeptPage[]> {
  const cache = await caches.open(shelf);
  const pages: KeptPage[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request, { ignoreVary: true });
    const keptOn = response?.headers.get(KEPT_ON);
    if (!response || !keptOn) continue;
    const html = await response.text();
    const title = new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent?.trim() ?? '';
    pages.push({ key: decodeURI(new URL(request.url).pathname), title, keptOn, html });
  }
  return pages.sort((a, b) => (a.keptOn < b.keptOn ? 1 : -1));
}
