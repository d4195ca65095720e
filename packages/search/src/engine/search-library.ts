import type { SearchBet } from '@mingchuang/content';

import { dateOf, dayOf, SEGMENT_PLACES } from '../format.ts';
import { excerptOf, markText } from './excerpt.ts';
import { countFacets, passes } from './facets.ts';
import type { Library } from './library.ts';
import { findSections } from './find-sections.ts';
import type { SearchAnswer, SearchProgress, SearchRequest, SearchResult } from './protocol.ts';
import { readQuery, type Readings } from './query.ts';
import { findRanked, LONG_NAME, type FoundBy, type Ranked } from './rank.ts';
import type { Rules } from './rules.ts';
import type { Mender } from './mend.ts';
import type { Row, Shard } from './shard.ts';
import { placesOf } from '../tokens.ts';
import { ENOUGH, MEANT, PLENTY, WEIGHTS } from './weights.ts';

/** Searches, telling how far it is. */
export type Search = (request: SearchRequest, onProgress?: (progress: SearchProgress) => void) => Promise<SearchAnswer>;

/**
 * Searches a library by rules. Pagefind's WebAssembly reads the postings; phrases, ranking, dates over several shards,
 * facets and excerpts are decided here.
 *
 * @param today YYYY-MM-DD: documents age by it.
 */
export function searchLibrary(library: Library, rules: Rules, today: string): Search {
  let mender: Promise<Mender> | undefined;

  async function search(
    request: SearchRequest,
    onProgress?: (progress: SearchProgress) => void,
  ): Promise<SearchAnswer> {
    const { filters = {}, sort = 'rank', everything = false, language = '', question = false } = request;
    let query = readQuery(request.query, rules);
    let correction: SearchAnswer['correction'];
    let isPartShown = false;
    if (!query.asked.units.length || !library.tiers) return nothing(library.rows);

    for (let tier = 0; ; tier++) {
      // Who has all read needs no look at names.
      const name = everything || sort === 'date' ? undefined : (correction?.applied && correction.query) || request.query;
      const [{ shards, rows, whole }, newest] = await Promise.all([library.open(tier, name), library.open(0)]);
      const where = { shards, rows, newest, today: dayOf(today), rules, question };
      const find = async (readings: Readings) => (await findRanked(readings, where)).filter(({ row }) => row.language === language);
      let ranked = await find(query);
      if (tier === 0 && !language && isLittle(ranked)) {
        correction = await correctionOf(request, ranked, shards);
        if (correction?.applied) {
          const meant = readQuery(correction.query, rules);
          const others = await find(meant);
          if (others.length) [query, ranked] = [meant, others];
          else correction = undefined;
        }
      }
      const { found: all, outside } = sort === 'rank' && rules.isRuled(request.query) ? await (await import('./bets.ts')).placeBets(ranked, request.query, where, urlOf) : { found: ranked, outside: [] };
      const found = all.filter(({ row }) => passes(row, filters));
      const complete = tier + 1 >= library.tiers;
      // By date, an older shard may hold a newer document: all must be read.
      const enough = complete || (sort === 'rank' && !everything && isEnough(found, query));
      const answer: SearchAnswer | undefined =
        enough || (found.length && sort === 'rank' && !isPartShown) ? await answerOf(request, { all, found, outside, correction }, { documents: whole, of: library.rows }) : undefined;
      if (enough && answer) return answer;
      isPartShown ||= answer !== undefined;
      onProgress?.({ tier: tier + 1, tiers: library.tiers, total: found.length, ...(answer && { partial: answer }) });
    }
  }

  /** What was probably meant instead: put in its place where what was typed stands nowhere. */
  async function correctionOf({ query, asTyped }: SearchRequest, ranked: readonly Ranked[], shards: readonly Shard[]): Promise<SearchAnswer['correction']> {
    mender ??= import('./mend.ts').then(({ startMending }) => startMending(library, rules));
    const mended = await (await mender).mend(query, shards);
    return mended && { query: mended.query, applied: mended.isCertain && !asTyped && !ranked.some(isWanted) };
  }

  async function answerOf(
    request: SearchRequest,
    { all, found, outside, correction }: Found,
    searched: SearchAnswer['searched'],
  ): Promise<SearchAnswer> {
    const { filters = {}, sort = 'rank', offset = 0, limit = 10 } = request;
    const sorted = found.sort(sort === 'date' ? byDate : byPoints);
    const listed = Object.keys(filters).length ? sorted : [...outside, ...sorted];
    const shown = listed.slice(offset, offset + limit);
    const [first, second] = sort === 'rank' ? found : [];
    const meant = isMeant(first, second) ? first : undefined;
    const draw = async (one: Ranked) => ({ ...(await resultOf(one, request)), ...(one === meant && { meant: true as const }) });
    return {
      results: await Promise.all(shown.map((one) => ('row' in one ? draw(one) : outsideResult(one, request.explain)))),
      total: listed.length,
      exact: found.filter(({ exact }) => exact).length,
      facets: countFacets(
        all.map(({ row }) => row),
        filters,
      ),
      complete: searched.documents === searched.of,
      searched,
      ...(correction && { correction }),
    };
  }

  async function resultOf({ row, by: foundBy, exact, reasons }: Ranked, { texts = false, explain = false }: SearchRequest): Promise<SearchResult> {
    const by = foundBy();
    const { text, shown } = await library.text(row, segmentOf(row, by));
    const { kind, agency, validity, place } = row;
    const words = by.filter(isInBody(row)).flatMap(({ runs }) => runs);
    const sections = findSections(text, words, shown);
    return {
      url: text.url,
      ...(place !== library.place && { site: place.site }),
      exact,
      kind,
      agency,
      validity,
      date: dateOf(row.day),
      summary: shown.summary ?? '',
      title: markText(
        text.title,
        by.flatMap(({ runs }) => runs),
        shown.title,
      ),
      excerpt: excerptOf(text.body, words, shown.body),
      ...(sections.length > 0 && { sections }),
      ...(shown.card && { card: shown.card }),
      ...(texts && { text: shown.body }),
      ...(reasons.best && { best: true as const }),
      ...(explain && { reasons: Object.entries(reasons).map(([name, points]) => ({ name, points })) }),
    };
  }

  const urlOf = async (row: Row) => {
    const { url } = (await library.text(row, 0)).text;
    return row.place === library.place ? url : `https://${row.site}${url}`;
  };

  return search;
}

/** What was found: everything, what the filters leave, and pages of no index that come first. */
interface Found {
  all: readonly Ranked[];
  found: Ranked[];
  outside: readonly SearchBet[];
  correction: SearchAnswer['correction'];
}

/** A page that editors put first and that is in no index: its title and address are all that is known. */
const outsideResult = ({ url, title }: SearchBet, explain = false): SearchResult => ({
  url,
  title: [title],
  best: true,
  exact: false,
  kind: '',
  excerpt: [''],
  summary: '',
  agency: '',
  validity: '',
  date: '',
  ...(explain && { reasons: [{ name: 'best', points: WEIGHTS.best }] }),
});

const nothing = (of: number): SearchAnswer => ({
  results: [],
  total: 0,
  exact: 0,
  facets: countFacets([], {}),
  complete: true,
  searched: { documents: of, of },
});

/** Found by what was typed, or by that in other words, and not only by parts of it. */
const isWanted = ({ reasons }: Ranked): boolean => reasons.parts === undefined;

/** With so few, none of them called so, a query may be mistyped. */
const isLittle = (ranked: readonly Ranked[]): boolean => ranked.filter(isWanted).length < 3 && !ranked.some(({ whole }) => whole);

/** Whether reading older shards would only add to the end of the list. What is a name whole has been looked for in all of them. */
function isEnough(found: readonly Ranked[], { asked, unasked, loose }: Readings): boolean {
  if (found.some(({ whole }) => whole)) return true;
  // Who types a part of a document number means one document.
  if (loose) return false;
  const exact = found.filter((ranked) => ranked.exact);
  if (exact.length >= ENOUGH && exact.some(({ named }) => named)) return true;
  const isPartOfName = asked.length >= LONG_NAME && !unasked;
  return (isPartOfName ? exact : found.filter(({ full }) => full)).length >= PLENTY;
}

/** What is called exactly so was meant, and so was what stands far before the next. */
function isMeant(first: Ranked | undefined, second: Ranked | undefined): boolean {
  if (!first) return false;
  const lead = first.points - (second?.points ?? 0);
  const typed = first.by().flatMap(({ runs }) => runs).reduce((sum, run) => sum + placesOf(run), 0);
  const isMostOfTitle = typed >= MEANT.share * (first.row.fields[0]?.places ?? Infinity);
  return first.whole || lead >= MEANT.lead || (first.named && (lead >= MEANT.leadOfName || isMostOfTitle));
}

const byPoints = (a: Ranked, b: Ranked): number => b.points - a.points || b.row.day - a.row.day || byRow(a, b);
const byDate = (a: Ranked, b: Ranked): number => b.row.day - a.row.day || b.points - a.points || byRow(a, b);
/** Rows tell of the past of an index: what is found equally well stands as in an index made anew, the shorter first. */
const byRow = ({ row: a }: Ranked, { row: b }: Ranked): number => a.places - b.places || order(a.agency, b.agency) || order(a.kind, b.kind) || a.row - b.row;
const order = (a: string, b: string): number => (a < b ? -1 : +(a > b));

/** A document number is marked in the body only where all of it stands: its pieces stand in many others. */
const isInBody =
  ({ body }: Row) =>
  ({ runs, starts }: FoundBy): boolean =>
    runs.length === 1 || starts.some((place) => place >= body);

/** The part of the body in which most of what was typed stands. */
function segmentOf({ body }: Row, by: readonly FoundBy[]): number {
  const found = new Map<number, number>();
  for (const { starts } of by) {
    const segments = new Set(
      starts.filter((place) => place >= body).map((place) => Math.floor((place - body) / SEGMENT_PLACES)),
    );
    for (const segment of segments) found.set(segment, (found.get(segment) ?? 0) + 1);
  }
  const [best] = [...found].sort(([a, m], [b, n]) => n - m || a - b);
  return best?.[0] ?? 0;
}
