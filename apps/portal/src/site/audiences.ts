import type { EntryOf, Page, ServiceItem } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { Catalogue, ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { byPublication } from './order.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { buildFacetPages } from './facet-pages.ts';
import { groupPartsByFacets, oneValue, type Facet, type GroupedFacet } from './facets.ts';
import { joined } from './joined.ts';
import { definePage, type Building, type Built, type PageInputs } from './page.ts';
import { byAudience, oncePerPart, writtenFor } from './part-facts.ts';

export type Audience = ServiceItem['audiences'][number];
type Part = 'jobs' | 'policies' | 'questions' | 'news';

/** What a channel shows of each part; the rest stands in a list of its own. */
const SHOWN: Record<Part, number> = { jobs: 8, policies: 4, questions: 6, news: 8 };
const PART_OF: Partial<Record<DocumentEntry['type'], Part>> = {
  'service-item': 'jobs',
  journey: 'jobs',
  'policy-document': 'policies',
  interpretation: 'policies',
  faq: 'questions',
};
/** The parts of a channel in their order, in the language of the page. */
const titlesOfParts = (): Record<Part, string> => ({
  jobs: t('audience.jobs'),
  policies: t('audience.policies'),
  questions: t('audience.questions'),
  news: t('audience.news'),
});

function partFacet(): Facet<DocumentEntry> {
  const titles = titlesOfParts();
  const valuesOf = oneValue<Part>((key) => titles[key]);
  return {
    name: 'list',
    stamp: '',
    title: t('audience.parts'),
    order: Object.keys(titles),
    valuesOf: ({ type }) => valuesOf(PART_OF[type] ?? 'news'),
  };
}

/** Everything written for an audience, of every type, oldest first. */
const documentsFor = ({ placed }: Catalogue, audience: Audience | undefined): readonly DocumentEntry[] => joined(placed.map((part) => writtenFor(part, audience)));

/** What is written for few comes before what is written for everybody, the newest first. */
function byClosest(a: DocumentEntry, b: DocumentEntry): number {
  const audiences = ({ data }: DocumentEntry) => ('audiences' in data ? data.audiences.length : 0);
  return audiences(a) - audiences(b) || byPublication(b, a);
}

const byNewest = (a: DocumentEntry, b: DocumentEntry) => byPublication(b, a);

const jobsIn = oncePerPart((part) => new Map([...byAudience(part)].map(([audience, entries]) => [audience, entries.filter(({ type }) => PART_OF[type] === 'jobs')])));

/** What a landing page shows of a channel: what one can do there, or else what is new. */
export function highlightsFor(catalogue: Catalogue, audience: Audience | undefined, limit: number): DocumentEntry[] {
  const jobs = catalogue.placed.flatMap((part) => (audience && jobsIn(part).get(audience)) || []).sort(byClosest);
  return jobs.length > 1 ? jobs.slice(0, limit) : documentsFor(catalogue, audience).slice(-limit).reverse();
}

/** The channel of an audience: 办事、政策、问答、最新信息, each with a list of all of it. */
export function* buildAudience(building: Building, node: ColumnNode): Built {
  const { audience } = node.entry.data;
  const facets = groupPartsByFacets([partFacet()], building.catalogue.placed.map((part) => writtenFor(part, audience)), node.path);
  yield buildChannel(building, node, facets);
  yield* buildFacetPages(building, node, facets, false);
}

function buildChannel(building: Building, node: ColumnNode, facets: readonly GroupedFacet<DocumentEntry>[]): Page {
  const { path } = node;
  const groups = facets.flatMap((facet) => facet.groups);
  const first = <T extends DocumentEntry['type']>(type: T, order: typeof byClosest, limit: number) =>
    (groups.find(({ key }) => key === PART_OF[type])?.documents ?? [])
      .filter((entry) => entry.type === type)
      .sort(order)
      .slice(0, limit) as unknown as EntryOf<T>[];
  return definePage(building, {
    path,
    template: 'Audience',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const parts = use.fact(
        'parts',
        groups.map(({ key, label, path: all, documents }) => ({ key, title: label, path: all, total: documents.length })),
      );
      const journeys = use.cards(first('journey', byClosest, SHOWN.jobs));
      const services = use.cards(first('service-item', byClosest, SHOWN.jobs));
      const policies = first('policy-document', byNewest, SHOWN.policies).map((entry) => takePair(use, entry));
      const questions = use.cards(first('faq', byClosest, SHOWN.questions));
      const news = (groups.find(({ key }) => key === 'news')?.documents ?? []) as EntryOf<'article'>[];
      const newsCards = use.cards(news.slice(-SHOWN.news).reverse());
      return {
        props: () => ({ path, column, introduction: introduction(), parts, journeys, services, policies, questions, news: newsCards }),
        search: searchOfColumn(node),
      };
    },
  });
}

const takePair = (use: PageInputs, entry: EntryOf<'policy-document'>) => ({
  policy: use.card(entry),
  interpretations: use.linked('interpretation', entry.data.interpretations),
});
