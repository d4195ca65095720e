import type { SearchCard } from '@mingchuang/content';

/** What narrows a search. A document has one value of each, or none; of audiences it may have several. The site is its host. */
export const FACETS = ['kind', 'site', 'audience', 'agency', 'year', 'validity'] as const;
export type Facet = (typeof FACETS)[number];
export type Filters = Partial<Record<Facet, string>>;

/** A search as the page asks for it. */
export interface SearchRequest {
  query: string;
  /** The language of the documents; Chinese when there is none. */
  language?: string;
  filters?: Filters;
  sort?: 'rank' | 'date';
  offset?: number;
  limit?: number;
  /** Read every document, however many results the newer ones gave. */
  everything?: boolean;
  /** Search the sister sites too. */
  everywhere?: boolean;
  /** Ask sister sites once more that did not answer. */
  again?: boolean;
  /** Search for exactly this: no correction is put in its place. */
  asTyped?: boolean;
  /** It is what somebody asks in a sentence: much of it may stand nowhere. */
  question?: boolean;
  /** Give with each result the text it was found in. */
  texts?: boolean;
  /** Say of each result what its rank is made of. */
  explain?: boolean;
}

/** Text in pieces: every second one, beginning with the second, is what was searched for. */
export type Marked = string[];

/** A part of a result's rank: a name of `weights.ts` and what it gave. */
export interface Reason {
  name: string;
  points: number;
}

/** One result, with its text loaded. */
export interface SearchResult {
  url: string;
  /** The sister site it is of. */
  site?: SearchedSite;
  /** It holds exactly what was typed, and not only its words. */
  exact: boolean;
  kind: string;
  title: Marked;
  excerpt: Marked;
  summary: string;
  agency: string;
  validity: string;
  /** YYYY-MM-DD or empty. */
  date: string;
  /** What it answers at once, where it is a service or a question. */
  card?: SearchCard;
  /** It stands first, and so far before the others that it was clearly meant. */
  meant?: true;
  /** Sections of a long page that hold what was searched for. */
  sections?: { id: string; title: string; excerpt: Marked }[];
  /** Only when asked for. */
  text?: string;
  /** An editor has put it first for this query. */
  best?: true;
  /** Only when asked for; their sum is what results are ordered by. */
  reasons?: Reason[];
}

/** How many results a value of a facet would leave, all other filters kept. */
export type FacetCounts = Record<Facet, Record<string, number>>;

/** The answer to a search. */
export interface SearchAnswer {
  results: SearchResult[];
  total: number;
  /** How many of them hold exactly what was typed; the others hold its words. */
  exact: number;
  facets: FacetCounts;
  /** False when older documents were left unread because there were results enough. */
  complete: boolean;
  /** How many documents were read, of how many there are; not counting those that were only asked for a name. */
  searched: { documents: number; of: number };
  /** What was probably meant. Applied: nothing was found as typed, and these are the results of that query. Otherwise an offer. */
  correction?: { query: string; applied: boolean };
  /** Hosts of sister sites that did not answer: nothing of them is among the results. */
  silent?: string[];
}

/** How far a search is: tiers read, what was found in them, and once the first results when more are still looked for. */
export interface SearchProgress {
  tier: number;
  tiers: number;
  total: number;
  partial?: SearchAnswer;
  /** This is of the page's own site; its sisters are still being opened. */
  own?: true;
}

/** A site of a group of sites that are searched together. */
export interface SearchedSite {
  /** Its host name, by which it is told from the others. */
  host: string;
  /** Address of its root, in the mode of the page that searches. */
  root: string;
}

/** Where the index is: absolute addresses of its folder, with a slash. */
export interface IndexPlace {
  base: string;
  /** The same index with its texts as this visitor reads them, in 繁體. */
  shown: string;
  /** Address of the editors' rules (`SearchWords`); without it there are none. */
  words?: string;
  /** Where the engine on the server is asked, for sites that have one. */
  server?: string;
  /** Whose it is, where there is a group. */
  site?: SearchedSite;
}

/** First message: where the index is, and the hosts of its sisters. The engine starts loading its own at once. */
export interface StartMessage extends IndexPlace {
  today: string;
  sisters: readonly string[];
}

/** Every further message: a search, by number. */
export interface AskMessage {
  number: number;
  request: SearchRequest;
}

/** What comes back for a number; with an answer, how many bytes of postings the worker has read so far. */
export type WorkerMessage =
  | { number: number; progress: SearchProgress }
  | { number: number; answer: SearchAnswer; read: number }
  | { number: number; error: string };
