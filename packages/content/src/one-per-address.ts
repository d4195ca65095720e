import type { AddressConflict, Page, PageGroup, RedirectPage } from './page.ts';

/**
 * Leaves one page or redirect at each address: the first that claims it. Another document that does is told of.
 * @param groups In an order that does not depend on that of the snapshot.
 */
export function* onePerAddress(groups: Iterable<PageGroup>, onConflict?: (conflict: AddressConflict) => void): Generator<Page | RedirectPage> {
  const holders = new Map<string, Page | RedirectPage>();
  for (const group of groups)
    for (const page of group) {
      const { path, document } = page;
      const holder = holders.get(path);
      if (!holder) {
        holders.set(path, page);
        yield page;
      } else if (document && document.documentId !== holder.document?.documentId) onConflict?.({ path, document, holder: holder.document });
    }
}
