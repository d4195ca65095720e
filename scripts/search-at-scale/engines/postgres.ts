import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import type { SearchDocument } from '../../../packages/content/src/index.ts';
import type { Answerer } from '../engine.ts';
import { wordsOf } from './words.ts';

const BATCH = 200;
const connect = async () => {
  const client = new pg.Client(process.env.POSTGRES_URL);
  // The server is stopped before the client is; what else breaks is told to whoever asks.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** A table with a vector of words, names above texts, and a GIN index: PostgreSQL's own parser knows no Chinese words. */
export async function build(documents: readonly SearchDocument[], folder: string): Promise<void> {
  mkdirSync(join(folder, 'public'), { recursive: true });
  const client = await connect();
  await client.query('DROP TABLE IF EXISTS documents');
  await client.query('CREATE TABLE documents (url text, title text, body text, vector tsvector)');
  for (let from = 0; from < documents.length; from += BATCH) {
    const rows = documents.slice(from, from + BATCH);
    await client.query(
      `INSERT INTO documents SELECT url, title, body, setweight(to_tsvector('simple', names), 'A') || to_tsvector('simple', words)
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS given (url, title, body, names, words)`,
      [
        rows.map(({ url }) => url),
        rows.map(({ title }) => title),
        rows.map(({ text }) => text),
        rows.map(({ title, aliases }) => spaced([title, ...aliases].join(' '))),
        rows.map(({ text }) => spaced(text)),
      ],
    );
  }
  await client.query('CREATE INDEX ON documents USING gin (vector)');
  await client.query('ANALYZE documents');
  await client.end();
}

/** Answers by all words; when that gives too little, by any. The excerpt is what stands around the first word. */
export async function openAnswerer(): Promise<Answerer> {
  const client = await connect();
  return async ({ query, most }) => {
    const words = wordsOf(query);
    const select = `SELECT url, title, substr(body, greatest(1, strpos(body, $2) - 24), 96) AS excerpt FROM documents, to_tsquery('simple', $1) AS asked
      WHERE vector @@ asked ORDER BY ts_rank(vector, asked) DESC, url LIMIT $3`;
    const ask = async (sign: string) => (await client.query<{ url: string; title: string }>(select, [words.map((word) => `'${word.replaceAll("'", "''")}'`).join(sign), words[0] ?? '', most])).rows;
    const all = words.length ? await ask(' & ') : [];
    const any = all.length < Math.min(most, 10) && words.length > 1 ? await ask(' | ') : [];
    const known = new Set(all.map(({ url }) => url));
    return [...all, ...any.filter(({ url }) => !known.has(url))].slice(0, most);
  };
}

const spaced = (text: string): string => wordsOf(text).join(' ');
