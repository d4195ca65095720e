import type { SearchCard, SearchKind, SearchSection } from '@mingchuang/content';

/** The one version whose script, WebAssembly and index format this package is made for. Never a range. */
export const PAGEFIND_VERSION = '1.6.0';

/** Folder of Pagefind's script and WebAssembly beside the shards. Its name changes with the version: cache for ever. */
export const ENGINE_FOLDER = `pagefind-${PAGEFIND_VERSION}`;

/** Pagefind puts this before whatever it reads, and unpacks what does not begin with it. */
export const SIGNATURE = 'pagefind_dcd';

/** Places of body text in one text file: an excerpt loads about 2 kB and not a whole regulation. */
export const SEGMENT_PLACES = 2000;

/** `search.json`: the only file of the index that changes under its name. Newest shard first. */
export interface Catalogue {
  shards: CatalogueShard[];
}

export interface CatalogueShard {
  /** Content hash and folder name. */
  hash: string;
  count: number;
  /** Rows that a newer shard replaces or that were removed. */
  hide: number[];
  /** In how many files its names lie. */
  names: number;
}

/** A column of few different values: `values[at[row]]`. The empty string stands for "none". */
export interface DictionaryColumn {
  values: string[];
  at: number[];
}

/**
 * `<shard>/m.json`, unpacked: what ranking and facets need to know of each row, and where the chunks of postings begin.
 * Pagefind's own table of pages is rebuilt from it in the browser: columns cost 2 to 3 bytes a page instead of 8 to 11.
 */
export interface RankTable {
  pagefind: string;
  /** Days since 1949-01-01, 0 without a date; each row as the difference to the row before. */
  day: number[];
  /** `lengthCode` of the row's number of places. */
  length: number[];
  /** Places of the title. */
  title: number[];
  /** Places of each alias. Absent rows have none. */
  aliases: Record<number, number[]>;
  kind: DictionaryColumn;
  agency: DictionaryColumn;
  validity: DictionaryColumn;
  /** Absent while every row is in Chinese, the language called by the empty string. */
  language?: DictionaryColumn;
  /** Audiences, those of one row joined by commas. Absent while no row has any. */
  audience?: DictionaryColumn;
  /** First token of each chunk of postings, in order. */
  chunks: string[];
}

/** `<shard>/text/<row>-<segment>.json`: what a result shows. */
export interface ResultText {
  title: string;
  url: string;
  summary?: string;
  body: string;
  /** Sections that stand in this part of the body; the first may have begun before it. */
  sections?: SearchSection[];
  card?: SearchCard;
}

/** `<shard>/words.json`: what mistyped queries are mended by; loaded only for those. */
export interface Vocabulary {
  /** The most telling words first, parted by spaces. */
  words: string;
}

/** `<shard>/names/<file>.json`: `markOfName` of titles and aliases, to know whether a document of a name is in a shard that is not read. */
export type NameMarks = number[];

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1949, 0, 1);

/** Days since 1949-01-01 of a `YYYY-MM-DD` date; 0 for none. */
export const dayOf = (date: string | undefined): number =>
  date ? Math.max(0, Math.round((Date.parse(date) - FIRST_DAY) / DAY)) || 0 : 0;

/** The date of a day number; empty for 0. */
export const dateOf = (day: number): string => (day ? new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10) : '');

/** Lengths are kept as half powers of two: exact enough for ranking, and they compress. */
export const lengthCode = (places: number): number => Math.max(0, Math.round(2 * Math.log2(Math.max(places, 16) / 16)));

/** The length a code stands for. */
export const lengthOf = (code: number): number => Math.round(16 * 2 ** (code / 2));

/** Where the title, each alias and the body of a row begin. The index puts one END between them. */
export function fieldsOf(title: number, aliases: readonly number[]): { fields: { start: number; places: number }[]; body: number } {
  const fields = [];
  let start = 0;
  for (const places of [title, ...aliases]) {
    fields.push({ start, places });
    start += places + 1;
  }
  return { fields, body: start };
}

export type { SearchKind };
