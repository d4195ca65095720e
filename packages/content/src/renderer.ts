import type { AddressConflict, Drawable, Drawn, Page, PageGroup, RedirectPage } from './page.ts';
import type { Snapshot } from './snapshot.ts';

/** What the publisher's clock tells the pages. Nothing else about time reaches a template. */
export interface BuildOptions {
  /** documentId of the site to build; the first of `sitesOf` when left out. */
  site?: string;
  /** Today in Asia/Shanghai, YYYY-MM-DD: decides what has expired. */
  today: string;
  /** Searches are answered by the server: the search page asks it. */
  serverSearch?: boolean;
  /** Told of each page or redirect that is left out because another document has its address. */
  onConflict?: (conflict: AddressConflict) => void;
}

/** The portal's built renderer, as packages/renderer hands it to publisher, gateway and preview. */
export interface Renderer {
  /** Digest of templates, styles and scripts: another version draws every page again. */
  version: string;
  /** Folder of the renderer's static files (`_astro/…`, icons), released as they are. */
  assets: string;
  /** Folder of the build, for threads that load it too; a renderer that is no build has none. */
  folder?: string;
  /** Every page and redirect of the site, in a stable order. Pure. */
  buildPages(snapshot: Snapshot, options: BuildOptions): Iterable<Page | RedirectPage>;
  /** The same pages in groups, before it is settled who has an address that several claim: see `onePerAddress`. */
  buildGroups(snapshot: Snapshot, options: Omit<BuildOptions, 'onConflict'>): Iterable<PageGroup>;
  draw(page: Drawable): Promise<Drawn>;
}

/** True for an address that only redirects. */
export function isRedirect(page: Page | RedirectPage): page is RedirectPage {
  return page.status === 301;
}
