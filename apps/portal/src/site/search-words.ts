import { PATHS, type EntryOf, type Page, type SearchBet, type SearchWords } from '@mingchuang/content';
import { readGeneralWords } from '@mingchuang/search/words/general-words';

import { agencyPath } from './agencies.ts';
import type { Catalogue } from './catalogue.ts';
import { compareText } from './order.ts';
import { definePage, type Building } from './page.ts';
import { titlesIn } from './part-facts.ts';
import { lines } from './text-lines.ts';

type Rule = EntryOf<'search-rule'>;
type Kind = Rule['data']['kind'];

/** `/search/words.json`: the rules of a site's editors with the general vocabulary. A file of its own: nothing is indexed anew. */
export function buildSearchWords(building: Building): Page {
  return definePage(building, {
    path: PATHS.searchWords,
    template: 'Json',
    frame: 'none',
    make: (use) => {
      const value = use.fact('words', searchWordsOf(building.catalogue));
      return { props: () => ({ value }) };
    },
  });
}

/** What is offered before anything is typed: the rules' words, or those of the site while there are none. */
export function hotWordsOf(catalogue: Catalogue): string[] {
  const ruled = rulesOf(catalogue)('hot').flatMap(({ data }) => lines(data.words));
  return ruled.length ? [...new Set(ruled)] : lines(catalogue.site.data.hotQueries);
}

function searchWordsOf(catalogue: Catalogue): SearchWords {
  const ofKind = rulesOf(catalogue);
  const general = readGeneralWords();
  const titles = titlesOf(catalogue, [...ofKind('best'), ...ofKind('worst')]);
  const bets = (kind: 'best' | 'worst') => ofKind(kind).flatMap((rule) => betOf(rule, titles) ?? []);
  return {
    same: [...ofKind('same').map(({ data }) => lines(data.words)), ...general.same],
    also: [...ofKind('also').map(({ data }) => ({ typed: lines(data.words), found: lines(data.found) })), ...general.also],
    best: bets('best'),
    worst: bets('worst'),
    keep: ofKind('keep').flatMap(({ data }) => lines(data.words)),
    hot: hotWordsOf(catalogue),
  };
}

/** The rules in force, in an order that never depends on the snapshot's. They are written for Chinese pages. */
function rulesOf({ snapshot, site, today }: Catalogue): (kind: Kind) => Rule[] {
  const rules = snapshot
    .all('search-rule')
    .filter(({ locale, data }) => locale === site.locale && data.site.documentId === site.documentId && (!data.until || data.until >= today))
    .sort((a, b) => compareText(a.data.title, b.data.title) || compareText(a.documentId, b.documentId));
  return (kind) => rules.filter(({ data }) => data.kind === kind);
}

const PLATFORM: readonly string[] = Object.values(PATHS);

/** A document that is not there any more is put nowhere, whatever it was to be called. */
function betOf({ data }: Rule, titles: ReadonlyMap<string, string>): SearchBet | undefined {
  const { target: url, targetTitle, until } = data;
  const title = url && (titles.get(url) ?? (PLATFORM.includes(url) || url.startsWith('https://') ? targetTitle : undefined));
  return url && title ? { queries: lines(data.words), url, title, ...(until && { until }) } : undefined;
}

/** Titles of the documents, columns and agencies that rules lead to. */
function titlesOf({ placed, letters, columns, agencies }: Catalogue, rules: readonly Rule[]): Map<string, string> {
  const wanted = new Set(rules.map(({ data }) => data.target));
  const titles = new Map<string, string>();
  const add = (path: string | undefined, title: string) => path && wanted.has(path) && titles.set(path, title);
  for (const path of wanted)
    for (const part of placed) {
      const title = path && titlesIn(part).get(path);
      if (title) titles.set(path, title);
    }
  for (const { data } of letters) add(data.path, data.title);
  for (const { path, entry } of columns) add(path, entry.data.title);
  for (const agency of agencies) add(agencyPath(agency), agency.data.title);
  return titles;
}
