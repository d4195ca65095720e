import type { BuildOptions, Page, RedirectPage, Snapshot } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { buildAddresses } from './addresses.ts';
import { buildAgencies } from './agencies.ts';
import { buildCatalogue } from './catalogue.ts';
import { buildColumn } from './columns.ts';
import { buildDocument } from './document-pages.ts';
import { buildFeed } from './feeds.ts';
import { buildFrame } from './frame.ts';
import { buildHome } from './home.ts';
import { buildLetter, buildLetters } from './letters.ts';
import type { Building } from './page.ts';
import { buildSiteMap } from './site-map.ts';
import { buildSystemPages } from './system-pages.ts';

/**
 * Every page and redirect of a site, in a stable order. Pure: the snapshot and the day decide everything.
 *
 * A snapshot without a site has no pages. When two documents claim one address the first keeps it.
 */
export function* buildPages(snapshot: Snapshot, options: BuildOptions): Generator<Page | RedirectPage> {
  const taken = new Set<string>();
  for (const page of allPages(snapshot, options)) {
    if (taken.has(page.path)) continue;
    taken.add(page.path);
    yield page;
  }
}

function* allPages(snapshot: Snapshot, options: BuildOptions): Generator<Page | RedirectPage> {
  const catalogue = buildCatalogue(snapshot, options);
  if (!catalogue) return;
  const building: Building = { catalogue, ...buildFrame(catalogue, t('nav.home')) };
  yield buildHome(building);
  for (const node of catalogue.columns) {
    const { kind } = node.entry.data;
    if (kind === 'letters') yield* buildLetters(building, node);
    else yield* buildColumn(building, node);
    yield buildFeed(building, node);
  }
  for (const entry of catalogue.documents) yield* buildDocument(building, entry);
  for (const entry of catalogue.over) yield* buildDocument(building, entry);
  for (const letter of catalogue.letters) yield buildLetter(building, letter);
  yield* buildAgencies(building);
  yield buildSiteMap(building);
  yield* buildSystemPages(building);
  yield* buildAddresses(building);
}

