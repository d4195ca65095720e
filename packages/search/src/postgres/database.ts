import { Pool, types, TypeOverrides, type PoolClient } from 'pg';

/** Waiting for a database that is away must not hold up what can be answered without it (milliseconds). */
const PATIENCE = 5000;

/**
 * Tables of the server engine. Postings are kept by what was written together: each row has of one token its documents
 * and places, flat as `document, n, place 1 … place n, document, …`.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS search_sites (site text PRIMARY KEY, version bigint NOT NULL, built bigint NOT NULL, words jsonb NOT NULL);
CREATE TABLE IF NOT EXISTS search_documents (
  id serial PRIMARY KEY, site text NOT NULL, url text NOT NULL, facts jsonb NOT NULL, batch bigint NOT NULL, version bigint NOT NULL, removed boolean NOT NULL DEFAULT false
);
CREATE INDEX IF NOT EXISTS search_documents_of_site ON search_documents (site, version);
CREATE UNIQUE INDEX IF NOT EXISTS search_documents_at ON search_documents (site, url) WHERE NOT removed;
CREATE TABLE IF NOT EXISTS search_texts (
  document integer NOT NULL REFERENCES search_documents ON DELETE CASCADE, part integer NOT NULL, text jsonb NOT NULL, PRIMARY KEY (document, part)
);
CREATE TABLE IF NOT EXISTS search_postings (
  site text NOT NULL, token text COLLATE "C" NOT NULL, batch bigint NOT NULL, hits integer[] NOT NULL, PRIMARY KEY (site, token, batch)
);
CREATE INDEX IF NOT EXISTS search_postings_of_batch ON search_postings (site, batch);`;

/** The database of the server engine. */
export interface SearchDatabase {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** All of it, or nothing. One at a time over all publishers. */
  write<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Connects with the database when it is first asked; the tables are made when it is first written to. */
export function openSearchDatabase(url: string, onError: (error: Error) => void): SearchDatabase {
  // Another library in the process may have changed how values are read for all.
  const own = new TypeOverrides();
  own.setTypeParser(types.builtins.JSONB, JSON.parse);
  const pool = new Pool({ connectionString: url, types: own, connectionTimeoutMillis: PATIENCE, query_timeout: 0, application_name: 'mingchuang search' });
  // A connection that breaks while nobody uses it would end the process.
  pool.on('error', onError);

  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => (await pool.query<Row>(sql, [...values])).rows,
    async write(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT pg_advisory_xact_lock(hashtext('mingchuang search'))`);
        await client.query(TABLES);
        const result = await work(client);
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
