import { REGISTRY, type EntryOf, type Page } from '@mingchuang/content';

import { documentsBelow, type Catalogue, type ColumnNode } from './catalogue.ts';
import { byPublication } from './order.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { buildFacetPages, takeFacets } from './facet-pages.ts';
import { groupByFacets, type Facet } from './facets.ts';
import { definePage, type Building, type Built } from './page.ts';
import { t } from '../strings/index.ts';

type Power = EntryOf<'power-item'>;
const TYPES = REGISTRY['power-item'].options.powerType;
/** Powers of one agency on the front; the rest stand in the agency's own list. */
const OF_AN_AGENCY = 20;

/** One power of an agency: what it rests on, what duties come with it, who is held to account. */
export function buildPowerItem(building: Building, entry: Power): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'PowerItem',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const [service] = use.linked('service-item', data.service ? [data.service] : []);
      const render = (html: string) => renderRichText(use, entry, html);
      return {
        props: () => ({
          path,
          column,
          agency,
          item: data,
          basis: render(data.basis),
          duties: render(data.duties),
          accountability: render(data.accountability),
          service,
        }),
        search: () => ({
          url: path,
          kind: 'disclosure',
          title: data.title,
          aliases: data.code ? [data.code] : [],
          text: [TYPES[data.powerType], data.targets ?? '', ...[data.basis, data.duties, data.accountability ?? ''].map(plainText)].filter(Boolean).join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: TYPES[data.powerType] }),
        }),
      };
    },
  });
}

function facetsOf({ agencies }: Catalogue): Facet<Power>[] {
  const byId = new Map(agencies.map(({ documentId, data }) => [documentId, { key: data.code, label: data.title }]));
  return [
    {
      name: 'type',
      title: t('power.types'),
      order: Object.keys(TYPES),
      valuesOf: ({ data }) => [{ key: data.powerType, label: TYPES[data.powerType] }],
    },
    {
      name: 'agency',
      title: t('power.agencies'),
      valuesOf: ({ data }) => [byId.get(data.agency.documentId)].filter((value) => value !== undefined),
    },
  ];
}

/** The powers of all agencies, by agency and by type. */
export function* buildPowerItems(building: Building, node: ColumnNode): Built {
  const { path } = node;
  const facets = groupByFacets(facetsOf(building.catalogue), documentsBelow(node, 'power-item'), path);
  yield definePage(building, {
    path,
    template: 'PowerItems',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const offered = takeFacets(use, facets);
      const agencies = facets.find(({ name }) => name === 'agency')?.groups ?? [];
      const groups = agencies.map(({ key, label, path: all, documents }) => ({
        ...use.fact('agency', { key, label, path: all, total: documents.length }),
        cards: use.cards(documents.slice(-OF_AN_AGENCY)),
      }));
      return {
        props: () => ({ path, column, introduction: introduction(), facets: offered, groups }),
        search: searchOfColumn(node),
      };
    },
  });
  yield* buildFacetPages(building, node, facets, false);
}

const kept = new WeakMap<Catalogue, Map<string, Power[]>>();

/** The powers that are exercised by a service. */
export function powersOf(catalogue: Catalogue, serviceId: string): Power[] {
  let byService = kept.get(catalogue);
  if (!byService) {
    kept.set(catalogue, (byService = new Map()));
    for (const power of [...catalogue.snapshot.all('power-item')].sort(byPublication)) {
      const id = power.data.service?.documentId;
      if (id && power.data.path) byService.set(id, [...(byService.get(id) ?? []), power]);
    }
  }
  return byService.get(serviceId) ?? [];
}
