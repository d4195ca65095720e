import {
  PATHS,
  type ActiveAlert,
  type AnyEntry,
  type Page,
  shanghaiDate,
} from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { localPath } from '../strings/locale.ts';
import { PARTS, type PartName } from '../styleguide/words.ts';
import { agencyPath } from './agencies.ts';
import { mergeSorted } from './merge-sorted.ts';
import type { Catalogue } from './catalogue.ts';
import { byPublication, compareText } from './order.ts';
import { buildManifest } from './manifest.ts';
import { createListMaker } from './kept-lists.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { outsideLinksOf } from './outside-links.ts';
import { buildSearchWords, hotWordsOf } from './search-words.ts';
import { buildSuggestions } from './suggestions.ts';

/** Addresses in one part of the site map for search engines; the rules allow 50,000. */
const SITEMAP_PART = 5000;
/** Questions shown as examples of what can be asked. */
const ASK_EXAMPLES = 6;

/** The pages of the platform that there are in every language. */
export function* buildLocalPages(building: Building): Generator<Page> {
  yield buildSearchPage(building);
  yield buildSuggestions(building);
  yield buildPlatformPage(building, PATHS.accessibility, 'Accessibility');
  yield buildPlatformPage(building, PATHS.offline, 'Offline');
  yield buildPlatformPage(building, PATHS.statement, 'AccessibilityStatement');
  yield buildNotFound(building);
}

/** The pages and files of the platform itself. */
export function* buildSystemPages(building: Building): Generator<Page> {
  yield* buildLocalPages(building);
  yield* buildForms(building);
  yield* buildStyleGuide(building);
  yield buildAskPage(building);
  yield buildPlatformPage(building, PATHS.kiosk, 'Kiosk');
  yield* buildSitemaps(building);
  yield buildRobots(building);
  yield buildManifest(building);
  yield buildJson(building, PATHS.frame, building.frame);
  yield buildSearchWords(building);
  yield buildJson(building, PATHS.alerts, alertsOf(building.catalogue));
  yield buildJson(building, PATHS.externalLinks, outsideLinksOf(building.catalogue));
}

function buildSearchPage(building: Building): Page {
  const path = localPath(PATHS.search);
  return definePage(building, {
    path,
    template: 'Search',
    make: (use) => {
      const hotQueries = use.fact('hot', hotWordsOf(building.catalogue));
      const isCounted = use.fact('counted', building.catalogue.site.data.countSearches !== false);
      const sites = use.fact('group', building.catalogue.group.map(({ data: { domain, shortName } }) => ({ domain, shortName })));
      const isServed = use.fact('server', building.catalogue.serverSearch);
      return { props: () => ({ path, hotQueries, isCounted, sites, isServed }) };
    },
  });
}

/** Questions are asked in Chinese: what answers them is published in no other language. */
function buildAskPage(building: Building): Page {
  const path = PATHS.ask;
  return definePage(building, {
    path,
    template: 'Ask',
    make: (use) => {
      const newest = building.catalogue.ofType('faq').slice(-ASK_EXAMPLES).reverse();
      const examples = use.cards(newest);
      return { props: () => ({ path, examples }) };
    },
  });
}

/** A page of the platform that is the same for every site. */
function buildPlatformPage(building: Building, at: string, template: 'Accessibility' | 'Offline' | 'Kiosk' | 'AccessibilityStatement'): Page {
  const path = localPath(at);
  return definePage(building, { path, template, make: () => ({ props: () => ({ path }) }) });
}

/** The letter forms as they are before anyone has typed; the gateway draws them again with what was wrong. */
function* buildForms(building: Building): Generator<Page> {
  yield definePage(building, {
    path: PATHS.writeLetter,
    template: 'LetterForm',
    frame: 'whole',
    make: () => ({ props: () => ({ values: {}, errors: [], token: '' }) }),
  });
  yield definePage(building, {
    path: PATHS.trackCase,
    template: 'TrackForm',
    frame: 'whole',
    make: () => ({ props: () => ({ values: {}, errors: [] }) }),
  });
}

function buildNotFound(building: Building): Page {
  return definePage(building, {
    path: localPath(PATHS.notFound),
    template: 'Notice',
    status: 404,
    frame: 'whole',
    make: () => ({
      props: () => ({
        status: 404,
        title: t('notFound.title'),
        message: t('notFound.message'),
        links: [
          { label: t('notFound.search'), url: PATHS.search },
          { label: t('nav.siteMap'), url: PATHS.siteMap },
          { label: t('nav.backHome'), url: PATHS.home },
        ],
      }),
    }),
  });
}

/** For those who work on the portal: in no list, site map or search. */
function* buildStyleGuide(building: Building): Generator<Page> {
  yield definePage(building, { path: PATHS.styleGuide, template: 'StyleGuide', make: () => ({ props: () => ({ path: PATHS.styleGuide }) }) });
  for (const part of Object.keys(PARTS) as PartName[]) {
    const path = `${PATHS.styleGuide}${part}/`;
    yield definePage(building, { path, template: 'StyleGuidePart', make: () => ({ props: () => ({ path, part }) }) });
  }
}

/** Site maps in parts counted from the oldest document, so that a new one touches only the last part. */
function* buildSitemaps(building: Building): Generator<Page> {
  const { catalogue } = building;
  const { other } = catalogue;
  const { domain } = catalogue.site.data;
  const fixed = [
    PATHS.home,
    ...catalogue.columns.map(({ path }) => path),
    ...catalogue.agencies.map(agencyPath),
    PATHS.siteMap,
    PATHS.accessibility,
    PATHS.statement,
    PATHS.search,
    PATHS.ask,
    PATHS.writeLetter,
    PATHS.trackCase,
    ...(other ? [localPath(PATHS.home, other.locale), ...other.columns.map(({ path }) => path), ...other.agencies.map(agencyPath)] : []),
  ].map((path) => ({ path, date: undefined }));
  const dated = datedEntries(catalogue);
  const parts = [
    (use: PageInputs) => use.fact('pages', fixed),
    ...Array.from({ length: Math.ceil(dated.length / SITEMAP_PART) }, (_, at) => (use: PageInputs) => {
      const { values, digest } = makeLocations(dated.slice(at * SITEMAP_PART, (at + 1) * SITEMAP_PART), { stamp: '' });
      return use.known('pages', values, digest);
    }),
  ];
  const pathOfPart = (at: number) => `/sitemap-${at}.xml`;
  yield definePage(building, {
    path: PATHS.sitemap,
    template: 'SitemapIndex',
    frame: 'none',
    make: (use) => {
      const made = use.fact('parts', { domain, paths: parts.map((_, at) => pathOfPart(at)) });
      return { props: () => made };
    },
  });
  for (const [at, take] of parts.entries())
    yield definePage(building, {
      path: pathOfPart(at),
      template: 'Sitemap',
      frame: 'none',
      make: (use) => {
        use.fact('domain', domain);
        const pages = take(use);
        return { props: () => ({ domain, pages }) };
      },
    });
}

/** Where an entry stands and since when. */
const makeLocations = createListMaker(({ data }) => {
  const { path, publishedOn: date } = data as { path: string; publishedOn?: string };
  return { value: { path, date }, digest: `${path} ${date ?? ''}` };
});

function datedEntries({ documents, letters, other }: Catalogue): readonly AnyEntry[] {
  const more: AnyEntry[] = [...letters, ...(other?.documents ?? [])];
  return mergeSorted(documents, more.sort(byPublication), byPublication);
}

function buildRobots(building: Building): Page {
  return definePage(building, {
    path: PATHS.robots,
    template: 'Robots',
    frame: 'none',
    make: (use) => {
      const domain = use.fact('domain', building.catalogue.site.data.domain);
      return { props: () => ({ domain }) };
    },
  });
}

function buildJson(building: Building, path: string, made: unknown): Page {
  return definePage(building, {
    path,
    template: 'Json',
    frame: 'none',
    make: (use) => {
      const value = use.fact('value', made);
      return { props: () => ({ value }) };
    },
  });
}

/** Alerts that are not over; whoever shows them compares the instants. */
function alertsOf({ snapshot, site, today }: Catalogue): ActiveAlert[] {
  return snapshot
    .all('alert')
    .filter(({ data }) => data.site.documentId === site.documentId && shanghaiDate(data.endsAt) >= today)
    .map(({ documentId, data }) => ({
      id: documentId,
      title: data.title,
      level: data.level,
      ...(data.area ? { area: data.area } : {}),
      message: data.message,
      ...(data.url ? { url: data.url } : {}),
      ...(data.linkText ? { linkText: data.linkText } : {}),
      startsAt: data.startsAt,
      endsAt: data.endsAt,
    }))
    .sort((a, b) => compareText(a.startsAt, b.startsAt) || compareText(a.id, b.id));
}
