import { onePerAddress, sitesOf, type BuildOptions, type Page, type PageGroup, type RedirectPage, type Snapshot } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { inLocale } from '../strings/locale.ts';
import { buildAddresses } from './addresses.ts';
import { buildAgencies } from './agencies.ts';
import type { Home } from './building.ts';
import { buildCatalogue, type Catalogue, type ColumnNode } from './catalogue.ts';
import { buildColumn } from './columns.ts';
import { buildDocuments } from './document-pages.ts';
import { buildFeed } from './feeds.ts';
import { buildFrame } from './frame.ts';
import { buildHome } from './home.ts';
import { buildLetter, buildLetters } from './letters.ts';
import { forgetStretches } from './kept-pages.ts';
import { localSnapshot } from './local-snapshot.ts';
import type { Building, Built } from './page.ts';
import { buildSiteMap } from './site-map.ts';
import { siteSnapshot } from './site-snapshot.ts';
import { buildLocalPages, buildSystemPages } from './system-pages.ts';

/**
 * Every page and redirect of a site, in a stable order. Pure: the snapshot and the day decide everything.
 *
 * A snapshot without a site has no pages. When two documents claim one address the first keeps it, and the second is told.
 */
export function* buildPages(snapshot: Snapshot, options: BuildOptions): Generator<Page | RedirectPage> {
  yield* onePerAddress(buildGroups(snapshot, options), options.onConflict);
}

/** The same in groups, several of which may claim one address. A group in which nothing has changed is the same object as last time. */
export function* buildGroups(published: Snapshot, options: BuildOptions): Generator<PageGroup> {
  const site = options.site ?? sitesOf(published)[0]?.documentId;
  const snapshot = siteSnapshot(published, site);
  const catalogue = buildCatalogue(snapshot, { ...options, ...(site !== undefined && { site }) });
  if (!catalogue) return;
  const english = buildCatalogue(localSnapshot(snapshot, 'en', catalogue.site), { ...options, site: catalogue.site.documentId }, 'en');
  catalogue.other = english;
  for (const one of [catalogue, english]) one?.group.push(...sistersOf(published, one));
  const building = createBuilding(catalogue);
  yield* buildContent(building);
  yield catalogue.letters.map((letter) => buildLetter(building, letter));
  yield [...buildSystemPages(building), ...buildAddresses(building)];
  forgetStretches(building);
  if (!english) return;
  english.other = catalogue;
  // All at once: a generator that is left open would go on in the language of whoever asks for its next page.
  yield* inLocale('en', () => {
    const local = createBuilding(english);
    const groups = [...buildContent(local), [...buildLocalPages(local)]];
    forgetStretches(local);
    return groups;
  });
}

/** The other sites of the CMS that are published in the language of a catalogue, the main one first. */
function sistersOf(published: Snapshot, { site, locale }: Catalogue) {
  return sitesOf(published).flatMap(({ documentId }) => (documentId === site.documentId ? [] : (published.find('site', documentId, locale) ?? [])));
}

function createBuilding(catalogue: Catalogue): Building {
  const home = {} as Home;
  const building = { catalogue, shared: new Map(), answers: new Map(), home, ...buildFrame(catalogue, t('nav.home')) };
  home.building = building;
  return building;
}

/** What a site shows in every language it is published in. */
function* buildContent(building: Building): Generator<PageGroup> {
  const single: Page[] = [buildHome(building)];
  for (const node of building.catalogue.columns) {
    for (const built of buildPagesOfColumn(building, node)) {
      if ('path' in built) single.push(built);
      else yield built;
    }
    single.push(buildFeed(building, node));
  }
  yield single;
  yield* buildDocuments(building, 'documents');
  yield* buildDocuments(building, 'over');
  yield [...buildAgencies(building), buildSiteMap(building)];
}

const buildPagesOfColumn = (building: Building, node: ColumnNode): Built => (node.entry.data.kind === 'letters' ? buildLetters(building, node) : buildColumn(building, node));
