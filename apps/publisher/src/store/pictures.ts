import Database from 'better-sqlite3';

import { PICTURE_REVISION, type PictureVariant } from '@mingchuang/content';

import type { ObjectStore } from './objects.ts';

/** A variant as it lies in the object store. */
export interface StoredVariant extends PictureVariant {
  /** Name of its object. */
  hash: string;
  bytes: number;
}

/** What encoding an original came to: its variants, or none and perhaps a reason. */
export interface EncodedPicture {
  widths: number[];
  variants: StoredVariant[];
  reason?: string;
}

/** The variants of every picture, made once for each original. It can be lost: they are then made again. */
export interface PictureStore {
  /** `undefined` while the original has not been looked at. */
  find(original: string): EncodedPicture | undefined;
  remember(original: string, picture: EncodedPicture): void;
  /** Forgets pictures of which one of these objects is a variant. @returns their originals. */
  forgetVariants(hashes: ReadonlySet<string>): string[];
  /** Forgets every picture but these. */
  keepOnly(originals: ReadonlySet<string>): void;
  /** Whether any picture could not be read. */
  hasFailures(): boolean;
  close(): void;
}

/** Opens the store and forgets pictures whose objects are gone, or were made by an older encoder. */
export function openPictureStore(file: string, objects: Pick<ObjectStore, 'has'>): PictureStore {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec('CREATE TABLE IF NOT EXISTS pictures (original TEXT PRIMARY KEY, revision TEXT NOT NULL, picture TEXT NOT NULL) WITHOUT ROWID');
  database.prepare('DELETE FROM pictures WHERE revision <> ?').run(PICTURE_REVISION);
  const write = database.prepare('INSERT OR REPLACE INTO pictures VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM pictures WHERE original = ?');
  const known = new Map<string, EncodedPicture>();

  const forgetWhere = (isUnwanted: (original: string, picture: EncodedPicture) => boolean): string[] => {
    const unwanted = [...known].filter(([original, picture]) => isUnwanted(original, picture)).map(([original]) => original);
    for (const original of unwanted) {
      remove.run(original);
      known.delete(original);
    }
    return unwanted;
  };

  for (const row of database.prepare('SELECT original, picture FROM pictures').all() as { original: string; picture: string }[])
    known.set(row.original, JSON.parse(row.picture) as EncodedPicture);
  forgetWhere((_original, { variants }) => !variants.every(({ hash, bytes }) => objects.has(hash, bytes)));

  return {
    find: (original) => known.get(original),
    remember(original, picture) {
      write.run(original, PICTURE_REVISION, JSON.stringify(picture));
      known.set(original, picture);
    },
    forgetVariants: (hashes) => forgetWhere((_original, { variants }) => variants.some(({ hash }) => hashes.has(hash))),
    keepOnly: (originals) => void forgetWhere((original) => !originals.has(original)),
    hasFailures: () => [...known.values()].some(({ reason }) => reason !== undefined),
    close: () => void database.close(),
  };
}
