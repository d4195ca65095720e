import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

/** What tells where the bytes of a file of the media library are. */
export interface StoredFile {
  url: string;
}

interface Provider {
  open?: (file: StoredFile) => Promise<{ stream: Readable } | undefined>;
}

/** The bytes of a file of the media library, from disk or from the storage that is set. @returns `undefined` when they are gone. */
export async function openStoredFile(strapi: Core.Strapi, file: StoredFile): Promise<Readable | undefined> {
  const { open } = strapi.plugin('upload').provider as unknown as Provider;
  if (open) return (await open(file))?.stream;
  const path = join(strapi.dirs.static.public, posix.normalize(file.url));
  const isThere = await stat(path).then((found) => found.isFile(), () => false);
  return isThere ? createReadStream(path) : undefined;
}
