import type { Page, RedirectPage } from '@mingchuang/content';

import { compareText } from './order.ts';
import { definePage, type Building } from './page.ts';

/** Addresses that no longer show a document: a notice for what was withdrawn, a redirect for what was moved. */
export function* buildAddresses(building: Building): Generator<Page | RedirectPage> {
  const { snapshot, site } = building.catalogue;
  const byPath = (a: { path: string }, b: { path: string }) => compareText(a.path, b.path);
  for (const address of [...snapshot.addresses()].sort(byPath)) {
    const { path, state, to } = address;
    if (state === 'moved' && to) yield { path, status: 301, location: to };
    else
      yield definePage(building, {
        path,
        template: 'Gone',
        status: 410,
        make: (use) => {
          const facts = use.fact('address', { ...address });
          return { props: () => ({ path, address: facts }) };
        },
      });
  }
  // Of two from one address the same one counts, in whatever order the snapshot has them.
  const redirects = snapshot
    .all('redirect')
    .filter(({ data }) => data.site.documentId === site.documentId)
    .sort((a, b) => compareText(a.data.from, b.data.from) || compareText(a.documentId, b.documentId));
  yield* redirects.map(({ type, documentId, locale, data }) => ({ path: data.from, status: 301 as const, location: data.to, document: { type, documentId, locale } }));
}
