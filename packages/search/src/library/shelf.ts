import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import type { SearchDocument } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import type { BuiltShard } from './build-shard.ts';
import { replaceFile } from './replace-file.ts';

/** Where a library's files lie. `public` goes to visitors as it is; `documents` keeps what shards were made of. */
export interface Shelf {
  publicDir: string;
  store(shard: BuiltShard, documents: readonly SearchDocument[]): Promise<void>;
  load(hash: string): Promise<SearchDocument[]>;
  urls(hash: string): string[];
  keep(hashes: ReadonlySet<string>): void;
  /** What lies in `publicDir`, by paths below it, in order: of each folder, and beside them, whose name is empty. A folder's list stays the same object. */
  folders(): { name: string; files: readonly string[] }[];
}

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];
const SHARD_NAME = /^[0-9a-f]{16}$/;

/** Opens the folders of a library. */
export function openShelf(dir: string): Shelf {
  const publicDir = join(dir, 'public');
  const documentsDir = join(dir, 'documents');
  mkdirSync(publicDir, { recursive: true });
  mkdirSync(documentsDir, { recursive: true });
  const documentsFile = (hash: string) => join(documentsDir, `${hash}.ndjson.gz`);
  const urlsFile = (hash: string) => join(documentsDir, `${hash}.urls.json`);
  const listed = new Map<string, string[]>();

  return {
    publicDir,

    /** Shards appear by renaming: a folder with a shard's name is always complete. */
    async store({ hash, files }, documents) {
      const breathe = createBreather();
      replaceFile(documentsFile(hash), await pack(documents.map((document) => JSON.stringify(document)).join('\n'), { level: 3 }));
      replaceFile(urlsFile(hash), JSON.stringify(documents.map(({ url }) => url)));
      const folder = join(publicDir, hash);
      if (existsSync(folder) && (await isWhole(folder, files))) return;
      const draft = `${folder}.draft`;
      rmSync(draft, { recursive: true, force: true });
      for (const name of new Set([...files.keys()].map((file) => dirname(join(draft, file))))) mkdirSync(name, { recursive: true });
      for (const [name, content] of files) {
        writeFileSync(join(draft, name), content);
        await breathe();
      }
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
      listed.delete(hash);
    },

    async load(hash) {
      const breathe = createBreather();
      const documents: SearchDocument[] = [];
      const text = (await unpack(readFileSync(documentsFile(hash)))).toString('utf8');
      for (const line of text ? text.split('\n') : []) {
        documents.push(JSON.parse(line) as SearchDocument);
        await breathe();
      }
      return documents;
    },

    urls: (hash) => JSON.parse(readFileSync(urlsFile(hash), 'utf8')) as string[],

    /** Deletes shards and drafts nothing refers to, left by compaction or by a run that was killed. */
    keep(hashes) {
      for (const folder of [publicDir, documentsDir]) {
        for (const name of readdirSync(folder)) {
          const [stem = ''] = name.split('.');
          if (SHARD_NAME.test(stem) && (!hashes.has(stem) || name.endsWith('.draft'))) {
            rmSync(join(folder, name), { recursive: true });
            listed.delete(name);
          }
        }
      }
    },

    /** A folder is complete when it appears and never changes: large indexes have a hundred thousand files, listed once. */
    folders() {
      const entries = readdirSync(publicDir, { withFileTypes: true }).filter(({ name }) => !name.includes('.draft'));
      const beside = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
      const folders = entries.filter((entry) => entry.isDirectory()).sort(byName);
      return [
        { name: '', files: beside.sort() },
        ...folders.map(({ name }) => {
          const files = listed.get(name) ?? filesBelow(publicDir, name);
          listed.set(name, files);
          return { name, files };
        }),
      ];
    },
  };
}

/** Whether a folder holds these files and no others: a disk, or a hand, may have damaged it. */
async function isWhole(folder: string, files: BuiltShard['files']): Promise<boolean> {
  const breathe = createBreather();
  if (filesBelow(folder, '').length !== files.size) return false;
  for (const [name, content] of files) {
    const file = join(folder, name);
    if (!existsSync(file) || !readFileSync(file).equals(Buffer.from(content as string))) return false;
    await breathe();
  }
  return true;
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

const filesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
