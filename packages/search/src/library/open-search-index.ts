import { join } from 'node:path';

import { PATHS, type SearchDocument } from '@mingchuang/content';

import { buildShard } from './build-shard.ts';
import { compareForShards, cutShards, planShards, roomOf, sizeOf } from './plan-shards.ts';
import { openSpool } from './spool.ts';
import { writeEngineFiles } from './engine-files.ts';
import { createPagefindWriter } from './pagefind-writer.ts';
import { replaceFile } from './replace-file.ts';
import { openShelf } from './shelf.ts';
import { catalogueOf, emptyState, loadState, saveState, shardsOf, type LibraryState, type ShardState } from './state.ts';
import type { SearchWriter } from './writer.ts';

/** A file of the index and the address it is served at. */
export interface SearchIndexFile {
  path: string;
  /** Absolute, or relative like the `dir` the index was opened with. */
  file: string;
  /** Named by its content: cache for ever. Only `search.json` is not, and must be asked for each time. */
  immutable: boolean;
}

/** Files of the index that come and go together. */
export interface SearchIndexFolder {
  name: string;
  files: SearchIndexFile[];
}

/** What an update came to. */
export interface UpdateResult {
  hot: number;
  /** The hot shard has outgrown its size: call `compact` when there is time. */
  compactionDue: boolean;
}

/** A search index on disk. Operations queue up behind each other; each one takes effect whole or not at all. */
export interface SearchIndex {
  /** Holds the files as they are served, below the address of the index. */
  publicDir: string;
  /** Replaces everything. Equal documents give equal files, in whatever order they come. */
  build(documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>): Promise<{ documents: number; shards: number }>;
  /** Takes in new and edited documents and forgets removed ones; only the hot shard is written. */
  update(changes: { changed: readonly SearchDocument[]; removed: readonly string[] }): Promise<UpdateResult>;
  /** Turns the hot shard into a lasting one and writes shards anew that are small or hold many stale rows. */
  compact(): Promise<{ rewritten: number }>;
  /** It holds nothing: it is new, or what it held was of an older version. */
  isEmpty(): boolean;
  /** Every file to serve now, those of the index before it included: pages that are open still read them. */
  files(): SearchIndexFile[];
  /** The same by folder. Folders are named by their content, those beside them by the empty string. */
  folders(): SearchIndexFolder[];
}

/** Options of `openSearchIndex`. */
export interface SearchIndexOptions {
  /** Folder of the index; made when missing. `public/` in it is what visitors get. */
  dir: string;
  writer?: SearchWriter;
  /** Rows of the hot shard above which a compaction is due. */
  hotSize?: number;
}

/** Opens a search index, finishing or forgetting whatever a killed run left. */
export function openSearchIndex({ dir, writer = createPagefindWriter(), hotSize = 200 }: SearchIndexOptions): SearchIndex {
  const shelf = openShelf(dir);
  const room = roomOf(writer);
  let state = loadState(dir);
  let queue: Promise<unknown> = Promise.resolve();
  /** Folders never change, and large indexes have a hundred thousand files. */
  const made = new WeakMap<readonly string[], SearchIndexFile[]>();
  publishCatalogue();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = queue.then(async () => {
      await writeEngineFiles(shelf.publicDir);
      try {
        return await work();
      } finally {
        await writer.close();
      }
    });
    queue = result.catch(() => undefined);
    return result;
  }

  function publishCatalogue(): void {
    replaceFile(join(shelf.publicDir, 'search.json'), JSON.stringify(catalogueOf(state)));
  }

  /** The state is the truth and written first; the catalogue follows from it, here or at the next opening. */
  function commit(next: LibraryState): void {
    const previous = shardsOf(state).map(({ hash }) => hash);
    const current = new Set(shardsOf(next).map(({ hash }) => hash));
    next.previous = previous.filter((hash) => !current.has(hash));
    saveState(dir, next);
    state = next;
    publishCatalogue();
    shelf.keep(new Set([...current, ...next.previous]));
  }

  async function writeShard(documents: readonly SearchDocument[]): Promise<ShardState> {
    const shard = await buildShard(documents, writer);
    await shelf.store(shard, documents);
    const size = documents.reduce((sum, document) => sum + sizeOf(document), 0);
    return { hash: shard.hash, count: shard.count, size, hide: [] };
  }

  const live = async ({ hash, hide }: ShardState): Promise<SearchDocument[]> => {
    const hidden = new Set(hide);
    return (await shelf.load(hash)).filter((_, row) => !hidden.has(row));
  };

  async function build(documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>) {
    const spool = openSpool(join(dir, 'spool.ndjson'));
    try {
      for await (const document of documents) spool.put(document);
      const sorted = spool.list().sort(compareForShards);
      const next = emptyState();
      for (const shard of cutShards(sorted, ({ size }) => size, room)) next.shards.push(await writeShard(shard.map(spool.read)));
      commit(next);
      return { documents: sorted.length, shards: next.shards.length };
    } finally {
      spool.close();
    }
  }

  async function update({ changed, removed }: { changed: readonly SearchDocument[]; removed: readonly string[] }) {
    const fresh = new Map(changed.map((document) => [document.url, document]));
    const gone = new Set([...removed, ...fresh.keys()]);
    const kept = (state.hot ? await live(state.hot) : []).filter(({ url }) => !gone.has(url));
    const hot = [...kept, ...fresh.values()].sort(compareForShards);
    const shards = state.shards.map((shard) => hideRows(shard, shelf.urls(shard.hash), gone));
    commit({ ...emptyState(), hot: hot.length ? await writeShard(hot) : null, shards });
    return { hot: hot.length, compactionDue: hot.length > hotSize };
  }

  async function compact() {
    const shards: ShardState[] = [];
    let rewritten = 0;
    for (const group of planShards(shardsOf(state), room)) {
      if (!group.rewrite) {
        shards.push(...group.shards);
        continue;
      }
      const documents = (await Promise.all(group.shards.map(live))).flat().sort(compareForShards);
      for (const shard of cutShards(documents, sizeOf, room, group.row)) shards.push(await writeShard(shard));
      rewritten += 1;
    }
    commit({ ...emptyState(), shards });
    return { rewritten };
  }

  function folders(): SearchIndexFolder[] {
    return shelf.folders().map(({ name, files }) => {
      const known = made.get(files) ?? files.map((file) => ({ path: PATHS.searchIndex + file, file: join(shelf.publicDir, file), immutable: file !== 'search.json' }));
      made.set(files, known);
      return { name, files: known };
    });
  }

  return {
    publicDir: shelf.publicDir,
    build: (documents) => inTurn(() => build(documents)),
    update: (changes) => inTurn(() => update(changes)),
    compact: () => inTurn(compact),
    isEmpty: () => !shardsOf(state).length,
    files: () => folders().flatMap(({ files }) => files),
    folders,
  };
}

function hideRows(shard: ShardState, urls: readonly string[], gone: ReadonlySet<string>): ShardState {
  const hide = urls.flatMap((url, row) => (gone.has(url) ? [row] : []));
  if (!hide.length) return shard;
  return { ...shard, hide: [...new Set([...shard.hide, ...hide])].sort((a, b) => a - b) };
}
