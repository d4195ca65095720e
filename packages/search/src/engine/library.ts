import { PAGEFIND_VERSION, type Catalogue, type CatalogueShard, type ResultText, type Vocabulary } from '../format.ts';
import { unpackTable, type PackedTable } from '../packed-table.ts';
import { loadJson } from './load-json.ts';
import { buildPagefindMeta } from './pf-meta.ts';
import type { PagefindRuntime } from './pagefind.ts';
import type { IndexPlace } from './protocol.ts';
import { openShard, type Row, type Shard } from './shard.ts';
import { TIER_ROWS } from './weights.ts';

/** The index as the browser reads it: in tiers, newest first, each loaded when it is needed. */
export interface Library {
  place: IndexPlace;
  tiers: number;
  /** Rows of all tiers. */
  rows: number;
  /** Opens all shards up to a tier (from 0), and those behind it that hold a document of a name; says how many rows they hold, and those up to the tier. */
  open(tier: number, name?: string): Promise<{ shards: Shard[]; rows: number; whole: number }>;
  /** The words of the first tier. A shard of an older version has none. */
  vocabularies(): Promise<Vocabulary[]>;
  /** A part of a row's text: as it is found by, and as it is shown. */
  text(row: Row, segment: number): Promise<{ text: ResultText; shown: ResultText }>;
}

/** Reads the catalogue of an index; its postings are read by Pagefind. */
export async function openLibrary(place: IndexPlace, pagefind: Promise<PagefindRuntime>): Promise<Library> {
  const { base, shown } = place;
  const [catalogue, runtime] = await Promise.all([loadJson<Catalogue>(`${base}search.json`, { cache: 'no-cache' }), pagefind]);
  const tiers = tiersOf(catalogue.shards);
  const rowsOf = (shards: readonly CatalogueShard[]) => shards.reduce((sum, { count, hide }) => sum + count - hide.length, 0);
  const opened = new Map<string, Promise<Shard>>();

  async function open(entry: CatalogueShard): Promise<Shard> {
    const table = unpackTable(await loadJson<PackedTable>(`${shown}${entry.hash}/m.json`));
    // The format of the postings is Pagefind's own and changes without notice.
    if (table.pagefind !== PAGEFIND_VERSION) throw new Error(`The index is for Pagefind ${table.pagefind}, this page for ${PAGEFIND_VERSION}: publish the site again`);
    return openShard(place, entry, table, await runtime.open(`${base}${entry.hash}/`, buildPagefindMeta(table)));
  }

  function openOnce(entry: CatalogueShard): Promise<Shard> {
    const shard = opened.get(entry.hash) ?? open(entry);
    opened.set(entry.hash, shard);
    return shard;
  }

  return {
    place,
    vocabularies: async () => {
      const words = (tiers[0] ?? []).map(({ hash }) => loadJson<Vocabulary>(`${base}${hash}/words.json`).catch(() => undefined));
      return (await Promise.all(words)).filter((one) => one !== undefined);
    },
    async text({ shard, row }, segment) {
      const file = `${shard}/text/${row}-${segment}.json`;
      const text = loadJson<ResultText>(base + file);
      return { text: await text, shown: await (shown === base ? text : loadJson<ResultText>(shown + file)) };
    },
    tiers: tiers.length,
    rows: rowsOf(catalogue.shards),
    async open(tier, name) {
      const newest = tiers.slice(0, tier + 1).flat();
      newest.forEach(openOnce);
      const older = tiers.slice(tier + 1).flat();
      const holders = name !== undefined && older.length ? await (await import('./holders.ts')).holdersOf(name, older, base) : [];
      const wanted = [...newest, ...holders];
      return { shards: await Promise.all(wanted.map(openOnce)), rows: rowsOf(wanted), whole: rowsOf(newest) };
    },
  };
}

/**
 * Parts shards into tiers, each about twice as large as the one before: what was not found in the newest documents is mostly
 * found in none, and each further tier costs several round trips.
 */
export function tiersOf(shards: readonly CatalogueShard[]): CatalogueShard[][] {
  const tiers: CatalogueShard[][] = [];
  let rows = Infinity;
  for (const shard of shards) {
    if (rows + shard.count > TIER_ROWS * 2 ** (tiers.length - 1) * 1.2) {
      tiers.push([]);
      rows = 0;
    }
    tiers.at(-1)?.push(shard);
    rows += shard.count;
  }
  return tiers;
}
