import type { Page, RedirectPage } from '@mingchuang/content';

/** What the end of the static build needs of what the pages were made of. */
export interface Kept {
  pages: Page[];
  redirects: RedirectPage[];
  /** Bytes of the site's files by their public address. */
  media: ReadonlyMap<string, Uint8Array>;
}

const KEY = Symbol.for('mingchuang.static-build');
const store = globalThis as unknown as Record<symbol, Kept | undefined>;

/** Hands over what the bundled pages have pulled; the end of the build runs in the same process, outside of the bundle. */
export function keepForFinish(kept: Kept): void {
  store[KEY] = kept;
}

/** What was handed over; `undefined` when no page was built. */
export function takeKept(): Kept | undefined {
  return store[KEY];
}
