import type { SearchDocument } from '../../packages/content/src/index.ts';

/** What is measured side by side. Files of their names in engines/ build an index, and are the script of a page that asks it. */
export const ENGINES = ['mingchuang', 'mingchuang-pagefind', 'pagefind', 'minisearch', 'orama', 'postgres'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What stands in the table for an engine. */
export const TITLES: Record<EngineName, string> = {
  mingchuang: '明窗，直接写的索引',
  'mingchuang-pagefind': '明窗，Pagefind 写的索引',
  pagefind: 'Pagefind，默认的单一索引',
  minisearch: 'MiniSearch',
  orama: 'Orama',
  postgres: 'PostgreSQL 全文检索（服务器）',
};

/** How a page is asked. */
export interface Asking {
  query: string;
  /** So many results are given, with their texts. */
  most: number;
  /** Read all documents, where an engine would stop early. */
  everything?: boolean;
  /** Correct nothing. */
  asTyped?: boolean;
}

/** What a page answers. */
export interface Answer {
  results: { url: string; title: string }[];
  /** How many documents hold exactly what was typed, where an engine says so. */
  exact?: number;
  /** How many documents it says it has read; all of them when it says nothing. */
  searched?: number;
}

/** What a page of an engine puts into its globals. */
export type Ask = (asking: Asking) => Promise<Answer>;

/** An engine's half that builds; runs in a process of its own. */
export interface Builder {
  /** Writes what visitors load into `folder/public`. @returns further numbers worth showing, in seconds. */
  build(documents: readonly SearchDocument[], folder: string): Promise<Record<string, number> | void>;
}

/** A server engine's half that answers; the address of its database is in `POSTGRES_URL`. */
export type Answerer = (asking: Asking) => Promise<unknown>;
