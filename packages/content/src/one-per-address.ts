import type { AddressConflict, Page, RedirectPage } from './page.ts';

/**
 * Leaves one page or redirect at each address: the first that claims it. Another document that does is told of.
 * @param pages In an order that does not depend on that of the snapshot.
 */
export function* onePerAddress(pages: Iterable<Page | RedirectPage>, onConflict?: (conflict: AddressConflict) => void): Generator<Page | RedirectPage> {
  const claimed = new Set<string>();
  const yielded: (Page | RedirectPage)[] = [];
  for (const page of pages) {
    const { path } = page;
    const before = claimed.size;
    claimed.add(path);
    if (claimed.size > before) {
      yielded.push(page);
      yield page;
      continue;
    }
    const { document } = page;
    const holder = yielded.find((other) => other.path === path)?.document;
    if (document && document.documentId !== holder?.documentId) onConflict?.({ path, document, holder });
  }
}
