import { keyOf, partsOf, SAVED } from './keeping.ts';
import { forgetPage, isSaved, keepPage, keepParts } from './shelves.ts';

/**
 * Saves the page at hand for reading without a network, and takes it back. Its button stands in the HTML, hidden; it is
 * shown where the browser can keep pages.
 */
export class Save extends HTMLElement {
  #isSaved = false;

  connectedCallback(): void {
    if (!('caches' in window) || !navigator.serviceWorker) return;
    this.#button?.addEventListener('click', () => void this.#press());
    void this.#begin();
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }

  async #begin(): Promise<void> {
    this.#isSaved = await isSaved(keyOf(location.pathname));
    // What was saved is kept up to date with every visit.
    if (this.#isSaved && !document.documentElement.dataset.kept) await this.#save().catch(() => undefined);
    this.#show();
    if (this.#button) this.#button.hidden = false;
  }

  async #press(): Promise<void> {
    try {
      if (this.#isSaved) await forgetPage(keyOf(location.pathname));
      else await this.#save();
      this.#isSaved = !this.#isSaved;
      this.#show();
      this.#say(this.#isSaved ? this.dataset.saved : this.dataset.removed);
    } catch {
      this.#say(this.dataset.failed);
    }
  }

  /** @throws {Error} When the page cannot be had or the device has no room. */
  async #save(): Promise<void> {
    const html = await keepPage(SAVED, new URL(location.pathname, location.href), await fetch(location.pathname, { cache: 'no-cache' }));
    if (html === undefined) throw new Error('The page may not be kept');
    await keepParts(SAVED, [...partsOf(html), ...(await picturesShown())]);
  }

  #show(): void {
    const label = this.#button?.querySelector('span');
    if (label) label.textContent = (this.#isSaved ? this.dataset.remove : this.dataset.save) ?? '';
  }

  #say(text: string | undefined): void {
    const said = this.querySelector<HTMLElement>('[data-part="said"]');
    if (said) said.textContent = text ?? '';
    const way = this.querySelector<HTMLElement>('[data-part="way"]');
    if (way) way.hidden = !this.#isSaved;
  }
}

/** The pictures of the page in the sizes this screen shows, those further down too. */
async function picturesShown(): Promise<string[]> {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  return pictures.map(({ currentSrc }) => new URL(currentSrc || 'data:,', location.href)).flatMap(({ origin, pathname }) => (origin === location.origin ? [pathname] : []));
}
