import { PATHS, type Agency, type AgencyCard, type EntryOf, type Page, type RedirectPage } from '@mingchuang/content';

import { localPath } from '../strings/locale.ts';
import type { DocumentCard } from './cards.ts';
import type { Catalogue } from './catalogue.ts';
import { plainText, renderIfFilled, searchFacts } from './document.ts';
import { leadersOf } from './leaders.ts';
import { definePage, type Building } from './page.ts';
import { oncePerPart } from './part-facts.ts';

/** How many services and new documents the page of an agency shows. */
const SERVICES = 12;
const NEWEST = 8;

/** Address of an agency. */
export const agencyPath = ({ data }: EntryOf<'agency'>) => data.path ?? `${localPath(PATHS.agencies)}${data.code}/`;

/** The page of every agency, and the way from their common address to the column that lists them. */
export function* buildAgencies(building: Building): Generator<Page | RedirectPage> {
  const { catalogue } = building;
  const published = groupByAgency(catalogue);
  for (const agency of catalogue.agencies) yield buildAgency(building, agency, published.get(agency.documentId) ?? { services: [], newest: [] });
  const list = listColumn(catalogue);
  if (list) yield { path: localPath(PATHS.agencies), status: 301, location: list.path };
}

const listColumn = ({ columns }: Catalogue) => columns.find(({ entry }) => entry.data.kind === 'agencies');

function buildAgency(building: Building, entry: EntryOf<'agency'>, published: Published): Page {
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
      const services = use.cards(published.services);
      const newest = use.cards(published.newest) as DocumentCard[];
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
          text: [data.summary, data.address, data.transit, data.hours, data.phone, plainText(data.duties ?? '')].filter(Boolean).join('\n'),
          ...searchFacts({ agency: data.title, summary: data.summary }),
          card: cardOf(data),
        }),
      };
    },
  });
}

function cardOf({ shortName, phone, address, transit, hours }: Agency): AgencyCard {
  const facts = { phone, address, transit, hours };
  return { kind: 'agency', ...(shortName && { names: [shortName] }), ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact)) };
}

/** What is new from an agency, the newest first. */
interface Published {
  services: EntryOf<'service-item'>[];
  newest: EntryOf<'article'>[];
}

function groupByAgency({ placed }: Catalogue): Map<string, Published> {
  const groups = new Map<string, Published>();
  for (const part of placed.toReversed())
    for (const [id, { services, newest }] of byAgency(part)) {
      let group = groups.get(id);
      if (!group) groups.set(id, (group = { services: [], newest: [] }));
      group.services.push(...services.slice(0, SERVICES - group.services.length));
      group.newest.push(...newest.slice(0, NEWEST - group.newest.length));
    }
  return groups;
}

const byAgency = oncePerPart(({ shown }) => {
  const groups = new Map<string, Published>();
  for (const entry of shown.toReversed()) {
    if (entry.type === 'faq' || entry.type === 'leader') continue;
    const { documentId } = entry.data.agency;
    let group = groups.get(documentId);
    if (!group) groups.set(documentId, (group = { services: [], newest: [] }));
    if (entry.type === 'service-item') {
      if (group.services.length < SERVICES) group.services.push(entry);
    } else if (group.newest.length < NEWEST) group.newest.push(entry as EntryOf<'article'>);
  }
  return groups;
});
