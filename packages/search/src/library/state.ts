import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Catalogue } from '../format.ts';
import { nameFilesOf } from '../names.ts';
import { SearchIndexError } from './errors.ts';
import { replaceFile } from './replace-file.ts';

/** Grows when files of an older index can no longer be used: it is then built again. */
const STATE_VERSION = 2;

/** One shard as the library keeps it. */
export interface ShardState {
  hash: string;
  count: number;
  /** Of all its rows, by `sizeOf`. */
  size: number;
  /** Rows that a newer shard replaces or that were removed, in order. */
  hide: number[];
}

/** What the library knows between runs. Writing it is the moment a new index takes the place of the old one. */
export interface LibraryState {
  version: number;
  /** The shard of what changed since the last build or compaction. */
  hot: ShardState | null;
  /** Lasting shards, newest first. */
  shards: ShardState[];
  /** Folders of the index before this one: pages that are open still read them. */
  previous: string[];
}

const FILE = 'state.json';

/** The state of a library that holds nothing. */
export const emptyState = (): LibraryState => ({ version: STATE_VERSION, hot: null, shards: [], previous: [] });

/** Loads the state of a library; empty when there is none yet or it is of another version. */
export function loadState(dir: string): LibraryState {
  const file = join(dir, FILE);
  if (!existsSync(file)) return emptyState();
  let state: LibraryState;
  try {
    state = JSON.parse(readFileSync(file, 'utf8')) as LibraryState;
  } catch (error) {
    throw new SearchIndexError(`The state of the search index in ${file} cannot be read; delete the folder to build it again`, {
      cause: error,
    });
  }
  return state.version === STATE_VERSION ? state : emptyState();
}

/** Puts a state in force, whole or not at all. */
export function saveState(dir: string, state: LibraryState): void {
  replaceFile(join(dir, FILE), JSON.stringify(state));
}

/** All shards of a state as the browser reads them: the hot one first. */
export const shardsOf = ({ hot, shards }: LibraryState): ShardState[] => (hot ? [hot, ...shards] : shards);

/** The catalogue of a state: what `search.json` says. */
export const catalogueOf = (state: LibraryState): Catalogue => ({
  shards: shardsOf(state).map(({ hash, count, hide }) => ({ hash, count, hide, names: nameFilesOf(count) })),
});
