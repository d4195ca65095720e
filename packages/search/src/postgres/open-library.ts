import type { Vocabulary, ResultText } from '../format.ts';
import type { Library } from '../engine/library.ts';
import type { IndexPlace } from '../engine/protocol.ts';
import { intersect, WHOLE_NUMBER, type Row, type Starts } from '../engine/shard.ts';
import { END, isHan, pairs } from '../tokens.ts';
import type { SearchDatabase } from './database.ts';
import { rowOf, type Facts } from './facts.ts';

/** Runs whose places are remembered while nothing is published. */
const REMEMBERED = 2000;

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
    const find = remember((run: string) => findRun(database, site, run, rows));
    return {
      place,
      tiers: rows.size ? 1 : 0,
      rows: rows.size,
      open: async () => ({ shards: [{ find }], rows: rows.size }),
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

/** Every place at which a run begins: a Han run where its pairs follow each other, others by what they begin with. */
async function findRun(database: SearchDatabase, site: string, run: string, rows: ReadonlyMap<number, Row>): Promise<Starts> {
  const isPairs = isHan(run) && [...run].length > 1;
  if (!isPairs) {
    const exact = WHOLE_NUMBER.test(run);
    return startsIn(await postingsOf(database, site, exact ? [run + END] : [], exact ? undefined : run), rows);
  }
  const all = pairs(run);
  const found = await postingsOf(database, site, [...new Set(all)]);
  const [first = new Map(), ...others] = all.map((pair) => startsIn(found.filter(({ token }) => token === pair), rows));
  return others.reduce((starts, next, index) => intersect(starts, next, index + 1), first);
}

interface Posting {
  token: string;
  hits: number[];
}

function postingsOf(database: SearchDatabase, site: string, tokens: readonly string[], beginning?: string): Promise<Posting[]> {
  if (beginning === undefined) return database.query<Posting>('SELECT token, hits FROM search_postings WHERE site = $1 AND token = ANY($2)', [site, tokens]);
  return database.query<Posting>(`SELECT token, hits FROM search_postings WHERE site = $1 AND token >= $2 AND token < $3`, [site, beginning, beginning + HIGHEST]);
}

/** Behind every character. */
const HIGHEST = '\u{10ffff}';

function startsIn(postings: readonly Posting[], rows: ReadonlyMap<number, Row>): Starts {
  const starts: Starts = new Map();
  for (const { hits } of postings)
    for (let at = 0; at < hits.length; ) {
      const [id = 0, count = 0] = [hits[at], hits[at + 1]];
      const row = rows.get(id);
      const places = hits.slice(at + 2, at + 2 + count);
      at += 2 + count;
      if (row) starts.set(row, [...(starts.get(row) ?? []), ...places]);
    }
  // Several tokens may begin alike.
  if (postings.length > 1) for (const places of starts.values()) places.sort((a, b) => a - b);
  return starts;
}

function remember(find: (run: string) => Promise<Starts>): (run: string) => Promise<Starts> {
  const known = new Map<string, Promise<Starts>>();
  return (run) => {
    const found = known.get(run) ?? find(run);
    known.set(run, found);
    found.catch(() => known.delete(run));
    if (known.size > REMEMBERED) known.delete(known.keys().next().value as string);
    return found;
  };
}
