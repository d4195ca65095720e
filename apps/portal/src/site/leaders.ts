import type { EntryOf, Page } from '@mingchuang/content';

import type { Catalogue, ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { compareText } from './order.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

type Entry = EntryOf<'leader'>;

const isLeader = (entry: DocumentEntry): entry is Entry => entry.type === 'leader';
const byRank = (a: Entry, b: Entry) =>
  (a.data.order ?? 0) - (b.data.order ?? 0) || compareText(a.documentId, b.documentId);

const ranked = new WeakMap<Catalogue, Entry[]>();

/** The leaders of an agency in their order. */
export function leadersOf(catalogue: Catalogue, agencyId: string): Entry[] {
  let all = ranked.get(catalogue);
  if (!all) ranked.set(catalogue, (all = [...catalogue.ofType('leader')].sort(byRank)));
  return all.filter(({ data }) => data.agency.documentId === agencyId);
}

/** The page of one leader: what they answer for, then who they are (条例 art. 20 (2), 发展指引 负责人信息). */
export function buildLeader(building: Building, entry: Entry): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'Leader',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const colleagues = leadersOf(building.catalogue, data.agency.documentId);
      const others = use.cards(colleagues.filter(({ documentId }) => documentId !== entry.documentId));
      return {
        props: () => ({
          path,
          column,
          agency,
          leader: data,
          duties: renderRichText(use, entry, data.duties),
          resume: renderRichText(use, entry, data.resume),
          others,
        }),
        search: () => ({
          url: path,
          kind: 'agency',
          title: data.title,
          aliases: [data.position],
          text: [data.position, plainText(data.duties), plainText(data.resume)].join('\n'),
          ...searchFacts({ agency: agency?.title, summary: data.position }),
        }),
      };
    },
  });
}

/** The leaders of a column, for its template to put under their agencies. */
export function buildLeaders(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Leaders',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const found = node.documents.filter(isLeader).sort(byRank);
      const cards = use.cards(found);
      const led = new Set(found.map(({ data }) => data.agency.documentId));
      const agencies = use.cards(building.catalogue.agencies.filter(({ documentId }) => led.has(documentId)));
      return {
        props: () => ({ path, column, children, introduction: introduction(), cards, agencies }),
        search: searchOfColumn(node),
      };
    },
  });
}
