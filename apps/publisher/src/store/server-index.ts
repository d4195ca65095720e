import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { SearchDatabase } from '@mingchuang/search/postgres/database';
import { openDocumentWriter, type DocumentWriter } from '@mingchuang/search/postgres/write-documents';

import { writeDurably } from './durable.ts';

/** What can be searched of a site, in the database of the server engine. */
export interface ServerIndex extends Pick<DocumentWriter, 'build' | 'update'> {
  /** Whether the database has what the index in files has: not when it is new, was restored, or was left out for a while. */
  isInStep(): Promise<boolean>;
}

/** The version of the database that goes with the index in files, kept beside it. */
const fileIn = (folder: string) => join(folder, 'server-version');

/** @param folder Of the site's index in files. @param siteOf documentId of the site. */
export function openServerIndex(database: SearchDatabase, folder: string, siteOf: () => string): ServerIndex {
  const file = fileIn(folder);
  const writer = () => openDocumentWriter(database, siteOf());
  const kept = (version: number) => {
    writeDurably(file, String(version));
    return version;
  };
  return {
    isInStep: async () => existsSync(file) && (await writer().version()) === Number(readFileSync(file, 'utf8')),
    build: async (documents) => kept(await writer().build(documents)),
    update: async (changes) => kept(await writer().update(changes)),
  };
}

/** What is indexed from now on without the database is not in it. */
export function leaveServerIndex(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}
