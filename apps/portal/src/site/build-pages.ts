import { onePerAddress, sitesOf, type BuildOptions, type Page, type RedirectPage, type Snapshot } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { inLocale } from '../strings/locale.ts';
import { buildAddresses } from './addresses.ts';
import { buildAgencies } from './agencies.ts';
import { buildCatalogue, type Catalogue } from './catalogue.ts';
import { buildColumn } from './columns.ts';
import { buildDocument } from './document-pages.ts';
import { buildFeed } from './feeds.ts';
import { buildFrame } from './frame.ts';
import { buildHome } from './home.ts';
import { buildLetter, buildLetters } from './letters.ts';
import { forgetSlices } from './kept-pages.ts';
import { localSnapshot } from './local-snapshot.ts';
import type { Building } from './page.ts';
import { buildSiteMap } from './site-map.ts';
import { siteSnapshot } from './site-snapshot.ts';
import { buildLocalPages, buildSystemPages } from './system-pages.ts';

/**
 * Every page and redirect of a site, in a stable order. Pure: the snapshot and the day decide everything.
 *
 * A snapshot without a site has no pages. When two documents claim one address the first keeps it, and the second is told.
 */
export function* buildPages(snapshot: Snapshot, options: BuildOptions): Generator<Page | RedirectPage> {
  yield* onePerAddress(allPages(snapshot, options), options.onConflict);
}

function* allPages(published: Snapshot, options: BuildOptions): Generator<Page | RedirectPage> {
  const site = options.site ?? sitesOf(published)[0]?.documentId;
  const snapshot = siteSnapshot(published, site);
  const catalogue = buildCatalogue(snapshot, { ...options, ...(site !== undefined && { site }) });
  if (!catalogue) return;
  const english = buildCatalogue(localSnapshot(snapshot, 'en'), { ...options, site: catalogue.site.documentId }, 'en');
  catalogue.other = english;
  for (const one of [catalogue, english]) one?.group.push(...sistersOf(published, one));
  const building = buildingOf(catalogue);
  yield* buildContent(building);
  for (const letter of catalogue.letters) yield buildLetter(building, letter);
  yield* buildSystemPages(building);
  yield* buildAddresses(building);
  forgetSlices(building);
  if (!english) return;
  english.other = catalogue;
  // All at once: a generator that is left open would go on in the language of whoever asks for its next page.
  yield* inLocale('en', () => {
    const local = buildingOf(english);
    const pages = [...buildContent(local), ...buildLocalPages(local)];
    forgetSlices(local);
    return pages;
  });
}

/** The other sites of the CMS that are published in the language of a catalogue, the main one first. */
function sistersOf(published: Snapshot, { site, locale }: Catalogue) {
  return sitesOf(published).flatMap(({ documentId }) => (documentId === site.documentId ? [] : (published.find('site', documentId, locale) ?? [])));
}

const buildingOf = (catalogue: Catalogue): Building => ({ catalogue, shared: new Map(), answers: new Map(), ...buildFrame(catalogue, t('nav.home')) });

/** What a site shows in every language it is published in. */
function* buildContent(building: Building): Generator<Page | RedirectPage> {
  const { catalogue } = building;
  yield buildHome(building);
  for (const node of catalogue.columns) {
    const { kind } = node.entry.data;
    if (kind === 'letters') yield* buildLetters(building, node);
    else yield* buildColumn(building, node);
    yield buildFeed(building, node);
  }
  for (const documents of [catalogue.documents, catalogue.over])
    for (const entry of documents) {
      const built = buildDocument(building, entry);
      if (Array.isArray(built)) yield* built;
      else yield built;
    }
  yield* buildAgencies(building);
  yield buildSiteMap(building);
}

