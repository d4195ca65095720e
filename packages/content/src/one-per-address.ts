import type { AddressConflict, Page, PageGroup, RedirectPage } from './page.ts';

/** Who has which address: the first page or redirect that claims it. */
export class AddressClaims {
  readonly holders = new Map<string, Page | RedirectPage>();
  readonly #onConflict: ((conflict: AddressConflict) => void) | undefined;

  /** @param onConflict Told of another document that claims an address somebody has. */
  constructor(onConflict?: (conflict: AddressConflict) => void) {
    this.#onConflict = onConflict;
  }

  /** @returns whether the address is the page's now. */
  claim(page: Page | RedirectPage): boolean {
    const { path, document } = page;
    const holder = this.holders.get(path);
    if (!holder) this.holders.set(path, page);
    else if (document && document.documentId !== holder.document?.documentId) this.#onConflict?.({ path, document, holder: holder.document });
    return !holder;
  }
}

/**
 * Leaves one page or redirect at each address: the first that claims it. Another document that does is told of.
 * @param groups In an order that does not depend on that of the snapshot.
 */
export function* onePerAddress(groups: Iterable<PageGroup>, onConflict?: (conflict: AddressConflict) => void): Generator<Page | RedirectPage> {
  const claims = new AddressClaims(onConflict);
  for (const group of groups) for (const page of group) if (claims.claim(page)) yield page;
}
