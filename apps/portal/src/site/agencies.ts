import { PATHS, type EntryOf, type Page, type RedirectPage } from '@mingchuang/content';

import { localPath } from '../strings/locale.ts';
import type { DocumentCard } from './cards.ts';
import type { Catalogue, DocumentEntry } from './catalogue.ts';
import { plainText, renderIfFilled, searchFacts } from './document.ts';
import { leadersOf } from './leaders.ts';
import { definePage, type Building, type PageInputs } from './page.ts';

/** How many services and new documents the page of an agency shows. */
const SERVICES = 12;
const NEWEST = 8;

/** Address of an agency. */
export const agencyPath = ({ data }: EntryOf<'agency'>) => data.path ?? `${localPath(PATHS.agencies)}${data.code}/`;

/** The page of every agency, and the way from their common address to the column that lists them. */
export function* buildAgencies(building: Building): Generator<Page | RedirectPage> {
  const { catalogue } = building;
  const published = groupByAgency(catalogue);
  for (const agency of catalogue.agencies) yield buildAgency(building, agency, published.get(agency.documentId) ?? []);
  const list = listColumn(catalogue);
  if (list) yield { path: localPath(PATHS.agencies), status: 301, location: list.path };
}

const listColumn = ({ columns }: Catalogue) => columns.find(({ entry }) => entry.data.kind === 'agencies');

function buildAgency(building: Building, entry: EntryOf<'agency'>, published: readonly DocumentEntry[]): Page {
  const { catalogue } = building;
  const path = agencyPath(entry);
  return definePage(building, {
    path,
    template: 'Agency',
    document: entry,
    make: (use) => {
      const column = use.columnIf(listColumn(catalogue));
      const { data } = use.whole(entry);
      const parent = use.agency(data.parent);
      const children = use.cards(
        catalogue.agencies.filter((other) => other.data.parent?.documentId === entry.documentId),
      );
      const services = takeServices(use, published);
      const newest = takeNewest(use, published);
      const leaders = use.cards(leadersOf(catalogue, entry.documentId));
      return {
        props: () => ({
          path,
          column,
          agency: data,
          duties: renderIfFilled(use, entry, data.duties),
          parent,
          children,
          services,
          newest,
          leaders,
        }),
        search: () => ({
          url: path,
          kind: 'agency',
          title: data.title,
          aliases: data.shortName ? [data.shortName] : [],
          text: [data.summary, data.address, data.phone, plainText(data.duties ?? '')].filter(Boolean).join('\n'),
          ...searchFacts({ agency: data.title, summary: data.summary }),
        }),
      };
    },
  });
}

function takeServices(use: PageInputs, published: readonly DocumentEntry[]) {
  const found = published.filter((entry): entry is EntryOf<'service-item'> => entry.type === 'service-item');
  return use.cards(found.slice(-SERVICES).reverse());
}

function takeNewest(use: PageInputs, published: readonly DocumentEntry[]): DocumentCard[] {
  const found = published.filter(
    ({ type }) => type !== 'service-item' && type !== 'faq' && type !== 'leader',
  ) as EntryOf<'article'>[];
  return use.cards(found.slice(-NEWEST).reverse());
}

function groupByAgency({ shown }: Catalogue): Map<string, DocumentEntry[]> {
  const groups = new Map<string, DocumentEntry[]>();
  for (const entry of shown) {
    const group = groups.get(entry.data.agency.documentId);
    if (group) group.push(entry);
    else groups.set(entry.data.agency.documentId, [entry]);
  }
  return groups;
}
