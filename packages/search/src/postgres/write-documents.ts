import type { SearchDocument } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';
import type { PoolClient } from 'pg';

import { SEGMENT_PLACES } from '../format.ts';
import { resultText, tokensOf } from '../library/document-parts.ts';
import { placesByToken } from './places-by-token.ts';
import { cutSegments } from '../library/segments.ts';
import { buildVocabulary } from '../library/vocabulary.ts';
import type { SearchDatabase } from './database.ts';
import { factsOf } from './facts.ts';

/** Documents whose postings are written together: so much of a site is in memory at once. */
const BATCH = 500;
/** Rows of one statement. */
const ROWS = 5000;

/** Writes what can be searched of a site into the database, as `SearchIndex` writes it into files. */
export interface DocumentWriter {
  /** Which state is in the database; 0 before there is any. */
  version(): Promise<number>;
  /** Replaces everything. @returns The version that is there now. */
  build(documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>): Promise<number>;
  /** Takes in new and edited documents and forgets removed ones. @returns The version that is there now. */
  update(changes: { changed: readonly SearchDocument[]; removed: readonly string[] }): Promise<number>;
}

/** @param site Names the site among those that share the database. */
export function openDocumentWriter(database: SearchDatabase, site: string): DocumentWriter {
  return {
    version: () => database.write((client) => versionOf(client, site)),

    build: (documents) =>
      database.write(async (client) => {
        const built = (await versionOf(client, site)) + 1;
        for (const table of ['search_postings', 'search_documents']) await client.query(`DELETE FROM ${table} WHERE site = $1`, [site]);
        const names: SearchDocument[] = [];
        let version = built;
        let batch = new Map<string, SearchDocument>();
        const flush = async () => {
          await addDocuments(client, site, version++, [...batch.values()]);
          batch = new Map();
        };
        for await (const document of documents) {
          batch.set(document.url, document);
          // What mends mistyped words is made of names alone.
          names.push({ ...document, text: '' });
          if (batch.size >= BATCH) await flush();
        }
        await flush();
        await client.query(
          `INSERT INTO search_sites (site, version, built, words) VALUES ($1, $2, $3, $4)
           ON CONFLICT (site) DO UPDATE SET version = $2, built = $3, words = $4`,
          [site, version, built, JSON.stringify(await buildVocabulary(names))],
        );
        return version;
      }),

    update: ({ changed, removed }) =>
      database.write(async (client) => {
        const version = (await versionOf(client, site)) + 1;
        const gone = [...removed, ...changed.map(({ url }) => url)];
        await client.query('UPDATE search_documents SET removed = true, version = $2 WHERE site = $1 AND url = ANY($3) AND NOT removed', [site, version, gone]);
        await addDocuments(client, site, version, changed);
        await forget(client, site, version);
        await client.query('UPDATE search_sites SET version = $2 WHERE site = $1', [site, version]);
        return version;
      }),
  };
}

async function versionOf(client: PoolClient, site: string): Promise<number> {
  const { rows } = await client.query<{ version: string }>('SELECT version FROM search_sites WHERE site = $1', [site]);
  return Number(rows[0]?.version ?? 0);
}

/** Texts of what is removed, and postings of batches nothing is left of: whoever searches passes over the others. */
async function forget(client: PoolClient, site: string, version: number): Promise<void> {
  await client.query('DELETE FROM search_texts WHERE document IN (SELECT id FROM search_documents WHERE site = $1 AND version = $2 AND removed)', [site, version]);
  await client.query(
    `DELETE FROM search_postings WHERE site = $1 AND batch IN (
       SELECT batch FROM search_documents WHERE site = $1 AND batch IN (SELECT batch FROM search_documents WHERE site = $1 AND version = $2 AND removed)
       GROUP BY batch HAVING bool_and(removed))`,
    [site, version],
  );
}

async function addDocuments(client: PoolClient, site: string, batch: number, documents: readonly SearchDocument[]): Promise<void> {
  if (!documents.length) return;
  const breathe = createBreather();
  const read: ({ document: SearchDocument } & ReturnType<typeof tokensOf>)[] = [];
  for (const document of documents) {
    read.push({ document, ...tokensOf(document) });
    await breathe();
  }
  const { rows } = await client.query<{ id: number; url: string }>(
    `INSERT INTO search_documents (site, url, facts, batch, version)
     SELECT $1, url, facts::jsonb, $2, $2 FROM unnest($3::text[], $4::text[]) AS given (url, facts) RETURNING id, url`,
    [site, batch, documents.map(({ url }) => url), read.map(({ document, places }) => JSON.stringify(factsOf(document, places)))],
  );
  const ids = new Map(rows.map(({ id, url }) => [url, id]));
  await addTexts(client, documents, ids);

  const hits = new Map<string, number[]>();
  for (const { document, tokens } of read) {
    for (const [token, places] of placesByToken(tokens)) {
      const own = hits.get(token) ?? [];
      hits.set(token, own);
      own.push(ids.get(document.url)!, places.length, ...places);
    }
    await breathe();
  }
  const postings = [...hits];
  for (let from = 0; from < postings.length; from += ROWS) {
    const part = postings.slice(from, from + ROWS);
    await client.query(
      `INSERT INTO search_postings (site, token, batch, hits)
       SELECT $1, token, $2, hits::integer[] FROM unnest($3::text[], $4::text[]) AS given (token, hits)`,
      [site, batch, part.map(([token]) => token), part.map(([, places]) => `{${places.join()}}`)],
    );
  }
}

async function addTexts(client: PoolClient, documents: readonly SearchDocument[], ids: ReadonlyMap<string, number>): Promise<void> {
  const texts = documents.flatMap((document) =>
    cutSegments(document.text, SEGMENT_PLACES).map((segment, part) => ({ id: ids.get(document.url)!, part, text: JSON.stringify(resultText(document, segment)) })),
  );
  await client.query(
    'INSERT INTO search_texts (document, part, text) SELECT document, part, text::jsonb FROM unnest($1::integer[], $2::integer[], $3::text[]) AS given (document, part, text)',
    [texts.map(({ id }) => id), texts.map(({ part }) => part), texts.map(({ text }) => text)],
  );
}
