import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import type { SearchDocument } from '@mingchuang/content';

import type { BuiltShard } from './build-shard.ts';
import { replaceFile } from './replace-file.ts';

/** Where a library's files lie. `public` goes to visitors as it is; `documents` keeps what shards were made of. */
export interface Shelf {
  publicDir: string;
  store(shard: BuiltShard, documents: readonly SearchDocument[]): void;
  load(hash: string): SearchDocument[];
  urls(hash: string): string[];
  keep(hashes: ReadonlySet<string>): void;
}

const SHARD_NAME = /^[0-9a-f]{16}$/;

/** Opens the folders of a library. */
export function openShelf(dir: string): Shelf {
  const publicDir = join(dir, 'public');
  const documentsDir = join(dir, 'documents');
  mkdirSync(publicDir, { recursive: true });
  mkdirSync(documentsDir, { recursive: true });
  const documentsFile = (hash: string) => join(documentsDir, `${hash}.ndjson.gz`);
  const urlsFile = (hash: string) => join(documentsDir, `${hash}.urls.json`);

  return {
    publicDir,

    /** Shards appear by renaming: a folder with a shard's name is always complete. */
    store({ hash, files }, documents) {
      replaceFile(documentsFile(hash), gzipSync(documents.map((document) => JSON.stringify(document)).join('\n'), { level: 3 }));
      replaceFile(urlsFile(hash), JSON.stringify(documents.map(({ url }) => url)));
      const folder = join(publicDir, hash);
      if (existsSync(folder)) return;
      const draft = `${folder}.draft`;
      rmSync(draft, { recursive: true, force: true });
      for (const name of new Set([...files.keys()].map((file) => dirname(join(draft, file))))) mkdirSync(name, { recursive: true });
      for (const [name, content] of files) writeFileSync(join(draft, name), content);
      renameSync(draft, folder);
    },

    load(hash) {
      const text = gunzipSync(readFileSync(documentsFile(hash))).toString('utf8');
      return text ? text.split('\n').map((line) => JSON.parse(line) as SearchDocument) : [];
    },

    urls: (hash) => JSON.parse(readFileSync(urlsFile(hash), 'utf8')) as string[],

    /** Deletes shards and drafts nothing refers to, left by compaction or by a run that was killed. */
    keep(hashes) {
      for (const folder of [publicDir, documentsDir]) {
        for (const name of readdirSync(folder)) {
          const [stem = ''] = name.split('.');
          if (SHARD_NAME.test(stem) && (!hashes.has(stem) || name.endsWith('.draft'))) {
            rmSync(join(folder, name), { recursive: true });
          }
        }
      }
    },
  };
}
