import { convertTexts, type Convert } from '../convert-file.ts';
import type { SearchAnswer, SearchRequest, SearchResult } from '../engine/protocol.ts';
import type { Rules } from '../engine/rules.ts';
import { tell, type Told } from './tell.ts';
import { placeIn } from './place.ts';
import { understand } from './understand.ts';
import { nearestTo } from '../page/nearest.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { SURE, weighSources, type Option } from './weigh-sources.ts';

/** An answer with where it stands. */
export interface Answer extends Omit<Told, 'anchor'> {
  source: Pick<SearchResult, 'url' | 'kind' | 'agency' | 'date' | 'validity'> & { title: string; checked?: string; anchor?: string };
  online?: string;
}

/** What becomes of a question: an answer, or what is likely one, and what else there is about it; or no answer, and what is near. */
export type Outcome = { kind: 'answered' | 'likely'; answer: Answer; others: Answer['source'][] } | { kind: 'unknown'; near: Answer['source'][] };

/** How many sources are offered beside an answer, or instead of one. */
const OTHERS = 3;
/** How many names near the question are looked up. */
const NAMED = 8;

/**
 * What the engine is asked for a question: what it is about, among everything and among what is written to answer; and the
 * services and questions whose names are nearest to it.
 */
export function requestsFor(question: string, list: SuggestionList): SearchRequest[] {
  const { core, whole } = understand(question, placeIn(list));
  const ask = (query: string, kind?: string): SearchRequest => ({ query, question: true, texts: true, limit: kind ? 6 : 8, ...(kind && { filters: { kind } }) });
  const named = nearestTo(core, list, NAMED).map(([name]) => ({ query: name, texts: true, limit: 1 }));
  return [ask(core), ask(core, 'faq'), ask(core, 'service'), ...(whole === core ? [] : [ask(whole, 'faq')]), ...named];
}

/**
 * Answers from what the engine found, or says that it does not know.
 * @param list Names of the site: what stands in many of them says little.
 * @param simplify Writes what was found in the characters of the question, where it is shown in others: they are compared.
 */
export function answerFrom(question: string, found: readonly SearchAnswer[], rules: Rules, list: SuggestionList, simplify?: Convert): Outcome {
  const understood = understand(question, placeIn(list));
  const results = answering(found);
  const shown = new Map(results.map((result) => [result.url, result]));
  const compared = simplify ? results.map((result) => simplifyResult(result, simplify)) : results;
  const options = weighSources(understood, compared, rules, list).map((option): Option => ({ ...option, result: shown.get(option.result.url)! }));
  const [best] = options;
  const sources = [...new Map(options.map(({ result }) => [result.url, sourceOf(result)])).values()];
  if (!best || best.sure < SURE.likely) return { kind: 'unknown', near: sources.slice(0, OTHERS) };
  const answer = compose(best);
  return { kind: best.sure < SURE.least ? 'likely' : 'answered', answer, others: sources.filter(({ url }) => url !== answer.source.url).slice(0, OTHERS) };
}

/** Marks are left out: nothing is compared with them. */
const simplifyResult = (result: SearchResult, simplify: Convert): SearchResult => {
  const { title, summary, text, card } = result;
  return { ...result, ...(convertTexts({ title: [title.join('')], summary, text, card }, simplify) as Pick<SearchResult, 'title' | 'summary' | 'text' | 'card'>) };
};

/** What was found that may answer, each page once: what no longer applies answers nothing. */
export function answering(found: readonly SearchAnswer[]): SearchResult[] {
  const results = found.flatMap((answer) => answer.results).filter(({ kind, validity }) => !['expired', 'repealed'].includes(validity) && kind !== 'column');
  return [...new Map(results.map((result) => [result.url, result])).values()];
}

const sourceOf = ({ url, kind, agency, date, validity, title, card }: SearchResult): Answer['source'] => ({
  url,
  kind,
  agency,
  date,
  validity,
  title: title.join(''),
  ...(card?.kind === 'question' && card.checked && { checked: card.checked }),
});

function compose({ result, choice }: Option): Answer {
  const { anchor, ...told } = tell(result, choice);
  const { card } = result;
  return {
    ...told,
    source: { ...sourceOf(result), ...(anchor && { anchor }) },
    ...(card?.kind === 'service' && told.facts.length > 0 && card.online && { online: card.online }),
  };
}
