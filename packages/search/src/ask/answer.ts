import type { ServiceCard } from '@mingchuang/content';

import { convertTexts, type Convert } from '../convert-file.ts';
import type { SearchAnswer, SearchRequest, SearchResult } from '../engine/protocol.ts';
import type { Rules } from '../engine/rules.ts';
import { understand, type Understood, type Wanted } from './understand.ts';
import { nearestTo } from '../page/nearest.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { has, paragraphsOf, SURE, weighSources, type Option } from './weigh-sources.ts';

/** An answer with where it stands. */
export interface Answer {
  /** What of the service it tells; empty when its words say it. */
  facts: { want: Wanted; lines: string[] }[];
  /** Running text, paragraph by paragraph. */
  lines: string[];
  source: Pick<SearchResult, 'url' | 'kind' | 'agency' | 'date' | 'validity'> & { title: string; checked?: string; anchor?: string };
  online?: string;
}

/** What becomes of a question: an answer, how sure it is and what else there is about it, or no answer and what is near. */
export type Outcome = { kind: 'answered'; answer: Answer; sure: number; others: Answer['source'][] } | { kind: 'unknown'; near: Answer['source'][] };

/** How many sources are offered beside an answer, or instead of one. */
const OTHERS = 3;
/** How many names near the question are looked up. */
const NAMED = 8;
/** Longer answers are read at their source. */
const MOST_LINES = 8;

/**
 * What the engine is asked for a question: what it is about, among everything and among what is written to answer; and the
 * services and questions whose names are nearest to it.
 */
export function requestsFor(question: string, list: SuggestionList): SearchRequest[] {
  const { core, whole } = understand(question);
  const ask = (query: string, kind?: string): SearchRequest => ({ query, texts: true, limit: kind ? 6 : 8, ...(kind && { filters: { kind } }) });
  const named = nearestTo(core, list, NAMED).map(([name]) => ({ ...ask(name), limit: 1 }));
  return [ask(core), ask(core, 'faq'), ask(core, 'service'), ...(whole === core ? [] : [ask(whole, 'faq')]), ...named];
}

/**
 * Answers from what the engine found, or says that it does not know.
 * @param simplify Writes what was found in the characters of the question, where it is shown in others: they are compared.
 */
export function answerFrom(question: string, found: readonly SearchAnswer[], rules: Rules, simplify?: Convert): Outcome {
  const understood = understand(question);
  const results = new Map(found.flatMap((answer) => answer.results.filter(isAnswering)).map((result) => [result.url, result]));
  const compared = [...results.values()].map((result) => (simplify ? simplifyResult(result, simplify) : result));
  const options = weighSources(understood, compared, rules).map((option): Option => ({ ...option, result: results.get(option.result.url)! }));
  const [best] = options;
  const sources = [...new Map(options.map(({ result }) => [result.url, sourceOf(result)])).values()];
  if (!best || best.sure < SURE.least) return { kind: 'unknown', near: sources.slice(0, OTHERS) };
  const answer = compose(best, understood);
  return { kind: 'answered', answer, sure: best.sure, others: sources.filter(({ url }) => url !== answer.source.url).slice(0, OTHERS) };
}

/** Marks are left out: nothing is compared with them. */
const simplifyResult = (result: SearchResult, simplify: Convert): SearchResult => {
  const { title, text, card } = result;
  return { ...result, ...(convertTexts({ title: [title.join('')], text, card }, simplify) as Pick<SearchResult, 'title' | 'text' | 'card'>) };
};

/** What no longer applies answers nothing. */
const isAnswering = ({ kind, validity }: SearchResult): boolean => !['expired', 'repealed'].includes(validity) && kind !== 'column' && kind !== 'agency';

const sourceOf = ({ url, kind, agency, date, validity, title, card }: SearchResult): Answer['source'] => ({
  url,
  kind,
  agency,
  date,
  validity,
  title: title.join(''),
  ...(card?.kind === 'question' && card.checked && { checked: card.checked }),
});

function compose({ kind, result, at, passage }: Option, { wanted }: Understood): Answer {
  const source = sourceOf(result);
  const { card } = result;
  if (card?.kind === 'service' && kind === 'asked') return { facts: [], lines: card.asked![at!]![1].split('\n'), source: { ...source, anchor: 'asked' } };
  if (card?.kind === 'question') return { facts: [], lines: card.answer.split('\n').slice(0, MOST_LINES), source };
  if (card?.kind !== 'service') return { facts: [], lines: paragraphsOf(result.text ?? '').slice(...passage!), source };
  const told = wanted.filter((want) => has(card, want));
  const facts = (told.length ? told : (['steps'] as const)).map((want) => ({ want, lines: linesOf(card, want) })).filter(({ lines }) => lines.length > 0);
  return {
    facts,
    lines: told.length ? [] : [result.summary].filter(Boolean),
    source: { ...source, ...(ANCHORS[told[0] ?? 'steps'] && { anchor: ANCHORS[told[0] ?? 'steps']! }) },
    ...(card.online && { online: card.online }),
  };
}

/** Where on the page of a service a fact stands. */
const ANCHORS: Partial<Record<Wanted, string>> = { place: 'where', phone: 'where', materials: 'bring', conditions: 'can', steps: 'do' };

function linesOf(card: ServiceCard, want: Wanted): string[] {
  switch (want) {
    case 'place':
      return (card.places ?? []).map(({ name, address, hours, phone }) => [name, address, hours, phone].filter(Boolean).join('，'));
    case 'phone':
      return [...new Set([card.phone, ...(card.places ?? []).map(({ phone }) => phone)])].filter((phone): phone is string => Boolean(phone));
    case 'materials':
      return card.materials ?? [];
    case 'conditions':
      return card.conditions ?? [];
    case 'steps':
      return card.steps ?? [];
    case 'online':
      return [card.ways ?? ''];
    default:
      return (card[want] ?? '').split('\n');
  }
}
