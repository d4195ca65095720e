import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { objectPath } from '@mingchuang/content';

const run = promisify(execFile);

/** Above this many new files one `sync` of the file system is cheaper than an fsync for each. */
const SYNC_ONE_BY_ONE = 256;

export interface StoredObject {
  hash: string;
  bytes: number;
  /** False when the same bytes were already there. */
  fresh: boolean;
}

/** Files named by the SHA-256 of their bytes, each stored once. Nothing in it is ever changed, only added or pruned. */
export interface ObjectStore {
  readonly folder: string;
  put(bytes: Uint8Array): StoredObject;
  /** Stores what a stream brings without holding it in memory. @throws {Error} When the stream breaks or is empty. */
  putStream(stream: AsyncIterable<Uint8Array>): Promise<StoredObject>;
  /** Puts a compressed sibling (`.br` or `.gz`) beside an object, over an older one. */
  putSibling(hash: string, suffix: '.br' | '.gz', bytes: Uint8Array): void;
  has(hash: string, bytes?: number): boolean;
  /** Bytes of an object; `undefined` when it is not there. */
  sizeOf(hash: string): number | undefined;
  hasSibling(hash: string, suffix: '.br' | '.gz'): boolean;
  read(hash: string): Buffer;
  readSibling(hash: string, suffix: '.br' | '.gz'): Buffer | undefined;
  fileOf(hash: string): string;
  /** Removes an object with its siblings. */
  remove(hash: string): void;
  removeSiblings(hash: string): void;
  /** Returns once everything put so far survives a power failure. Called before a release names it. */
  flush(): Promise<void>;
}

/** SHA-256 of the bytes, first 32 hex digits: an object's name. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** Opens the object folder and clears what an interrupted run left half-written. */
export function openObjectStore(folder: string): ObjectStore {
  const temporaryFolder = join(folder, 'tmp');
  rmSync(temporaryFolder, { recursive: true, force: true });
  mkdirSync(temporaryFolder, { recursive: true });
  const unsynced = new Set<string>();
  const known = new Set<string>();

  const fileOf = (hash: string) => join(folder, objectPath(hash));
  let temporaries = 0;
  const temporaryName = () => join(temporaryFolder, String(temporaries++));
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;

  const moveIn = (temporary: string, file: string) => {
    const parent = dirname(file);
    if (!known.has(parent)) {
      mkdirSync(parent, { recursive: true });
      known.add(parent);
    }
    renameSync(temporary, file);
    unsynced.add(file);
  };
  const discard = (file: string) => {
    rmSync(file, { force: true });
    unsynced.delete(file);
  };
  const write = (file: string, bytes: Uint8Array) => {
    const temporary = temporaryName();
    try {
      writeFileSync(temporary, bytes);
      moveIn(temporary, file);
    } catch (error) {
      // A full disk is not made fuller by pieces.
      rmSync(temporary, { force: true });
      throw error;
    }
  };

  return {
    folder,
    fileOf,
    put(bytes) {
      const hash = hashOf(bytes);
      const fresh = sizeOf(fileOf(hash)) !== bytes.length;
      if (fresh) write(fileOf(hash), bytes);
      return { hash, bytes: bytes.length, fresh };
    },
    async putStream(stream) {
      const temporary = temporaryName();
      const digest = createHash('sha256');
      let bytes = 0;
      const handle = await open(temporary, 'w');
      try {
        for await (const chunk of stream) {
          digest.update(chunk);
          bytes += chunk.length;
          await handle.appendFile(chunk);
        }
        await handle.close();
        if (bytes === 0) throw new Error('文件是空的');
        const hash = digest.digest('hex').slice(0, 32);
        const fresh = sizeOf(fileOf(hash)) !== bytes;
        if (fresh) moveIn(temporary, fileOf(hash));
        return { hash, bytes, fresh };
      } finally {
        await handle.close().catch(() => undefined);
        rmSync(temporary, { force: true });
      }
    },
    sizeOf: (hash) => sizeOf(fileOf(hash)),
    putSibling: (hash, suffix, bytes) => write(fileOf(hash) + suffix, bytes),
    has(hash, bytes) {
      const size = sizeOf(fileOf(hash));
      return size !== undefined && (bytes === undefined || size === bytes);
    },
    hasSibling: (hash, suffix) => sizeOf(fileOf(hash) + suffix) !== undefined,
    read: (hash) => readFileSync(fileOf(hash)),
    readSibling: (hash, suffix) => (sizeOf(fileOf(hash) + suffix) === undefined ? undefined : readFileSync(fileOf(hash) + suffix)),
    remove: (hash) => ['', '.br', '.gz'].forEach((suffix) => discard(fileOf(hash) + suffix)),
    removeSiblings: (hash) => ['.br', '.gz'].forEach((suffix) => discard(fileOf(hash) + suffix)),
    async flush() {
      const files = [...unsynced];
      const synced = files.length > SYNC_ONE_BY_ONE && (await syncFileSystem(folder));
      if (!synced) {
        // Side by side: the file system joins them into few writes of its journal.
        await Promise.all(files.map(syncAside));
        await Promise.all([...new Set(files.map(dirname)), folder].map(syncAside));
      }
      files.forEach((file) => unsynced.delete(file));
    },
  };
}

/** Makes a file's bytes, or a folder's names, survive a power failure. */
async function syncAside(name: string): Promise<void> {
  const handle = await open(name, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Node has no syncfs; coreutils' `sync -f` does. False where it is missing. */
async function syncFileSystem(folder: string): Promise<boolean> {
  try {
    await run('sync', ['-f', folder]);
    return true;
  } catch {
    return false;
  }
}
