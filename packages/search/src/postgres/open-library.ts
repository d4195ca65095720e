import type { Vocabulary, ResultText } from '../format.ts';
import type { Library } from '../engine/library.ts';
import type { IndexPlace } from '../engine/protocol.ts';
import { intersect, WHOLE_NUMBER, type Row, type Starts } from '../engine/shard.ts';
import { END, isHan, pairs } from '../tokens.ts';
import type { SearchDatabase } from './database.ts';
import { rowOf, type Facts } from './facts.ts';
import { rememberRuns } from './remember-runs.ts';

/** A site's documents in the database, as the engine searches them. */
export interface PostgresLibrary {
  /** What there is now. */
  read(): Promise<Library>;
}

/** Opens the documents of a site; what ranking needs of each stays in memory and follows what is published. */
export function openPostgresLibrary(database: SearchDatabase, site: string): PostgresLibrary {
  const place: IndexPlace = { base: '', shown: '' };
  const rows = new Map<number, Row>();
  let version = 0;
  let built = 0;
  let library: Library | undefined;
  let reading: Promise<Library> | undefined;

  async function read(): Promise<Library> {
    const [state] = await database.query<{ version: string; built: string; words: Vocabulary }>('SELECT version, built, words FROM search_sites WHERE site = $1', [site]);
    const now = Number(state?.version ?? 0);
    if (library && now === version) return library;
    // What was built anew has other documents: those of before are gone without a trace.
    if (Number(state?.built ?? 0) !== built) {
      rows.clear();
      version = 0;
      built = Number(state?.built ?? 0);
    }
    const changes = await database.query<{ id: number; facts: Facts; removed: boolean }>('SELECT id, facts, removed FROM search_documents WHERE site = $1 AND version > $2', [site, version]);
    for (const { id, facts, removed } of changes) {
      if (removed) rows.delete(id);
      else rows.set(id, rowOf(place, id, facts));
    }
    version = now;
    return (library = libraryOf(state?.words ?? { words: '' }));
  }

  function libraryOf(words: Vocabulary): Library {
    const find = rememberRuns((token) => findToken(database, site, token, rows));
    return {
      place,
      tiers: rows.size ? 1 : 0,
      rows: rows.size,
      open: async () => ({ shards: [{ find: (run) => findRun(find, run) }], rows: rows.size, whole: rows.size }),
      vocabularies: async () => [words],
      async text({ row }, part) {
        const [found] = await database.query<{ text: ResultText }>('SELECT text FROM search_texts WHERE document = $1 AND part = $2', [row, part]);
        if (!found) throw new Error(`Document ${row} has no part ${part}`);
        return { text: found.text, shown: found.text };
      },
    };
  }

  return {
    // Searches that come together look once.
    read: () => (reading ??= read().finally(() => (reading = undefined))),
  };
}

/** Every place at which a run begins: a Han run where its pairs follow each other. Pairs are remembered, since other runs have them too. */
async function findRun(find: (token: string) => Promise<Starts>, run: string): Promise<Starts> {
  if (!isHan(run) || [...run].length < 2) return find(run);
  const [first = new Map(), ...others] = await Promise.all(pairs(run).map(find));
  return others.reduce((starts, next, index) => intersect(starts, next, index + 1), first);
}

/** Where a pair or a whole number stands; anything else, where something begins with it. */
async function findToken(database: SearchDatabase, site: string, token: string, rows: ReadonlyMap<number, Row>): Promise<Starts> {
  if (isHan(token) && [...token].length > 1) return startsIn(await postingsOf(database, site, token), rows);
  return startsIn(await (WHOLE_NUMBER.test(token) ? postingsOf(database, site, token + END) : postingsOf(database, site, token, token + HIGHEST)), rows);
}

/**
 * What is written of a token, batch by batch, or of all from it to before another. Numbers come as text: read as JSON they
 * take a fraction of the time the client's own reader of arrays does.
 */
async function postingsOf(database: SearchDatabase, site: string, token: string, before?: string): Promise<number[][]> {
  const select = 'SELECT hits::text FROM search_postings WHERE site = $1 AND token';
  const rows = await (before === undefined
    ? database.query<{ hits: string }>(`${select} = $2`, [site, token])
    : database.query<{ hits: string }>(`${select} >= $2 AND token < $3`, [site, token, before]));
  return rows.map(({ hits }) => JSON.parse(`[${hits.slice(1, -1)}]`) as number[]);
}

/** Behind every character. */
const HIGHEST = '\u{10ffff}';

function startsIn(postings: readonly number[][], rows: ReadonlyMap<number, Row>): Starts {
  const starts: Starts = new Map();
  for (const hits of postings)
    for (let at = 0; at < hits.length; ) {
      const [id = 0, count = 0] = [hits[at], hits[at + 1]];
      const row = rows.get(id);
      const places = hits.slice(at + 2, at + 2 + count);
      at += 2 + count;
      if (!row) continue;
      const known = starts.get(row);
      starts.set(row, known ? [...known, ...places] : places);
    }
  // Several tokens may begin alike.
  if (postings.length > 1) for (const places of starts.values()) places.sort((a, b) => a - b);
  return starts;
}
