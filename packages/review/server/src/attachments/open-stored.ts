import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

/** What tells where the bytes of a file of the media library are. */
export interface StoredFile {
  url: string;
  provider: string;
}
interface Provider {
  open?: (file: { url: string }) => Promise<{ stream: Readable } | undefined>;
}

/** The bytes of a file of the media library. @returns `undefined` when they are gone. */
export async function openStored(strapi: Core.Strapi, file: StoredFile): Promise<Uint8Array | undefined> {
  const { open } = strapi.plugin('upload').provider as unknown as Provider;
  if (open) {
    const opened = await open(file);
    return opened && Buffer.concat(await opened.stream.toArray());
  }
  if (file.provider !== 'local') return undefined;
  const filename = path.join(strapi.dirs.static.public, path.posix.normalize(file.url));
  const isThere = await stat(filename).then((found) => found.isFile(), () => false);
  return isThere ? readFile(filename) : undefined;
}
