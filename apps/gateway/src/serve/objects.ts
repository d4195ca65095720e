import { createHash } from 'node:crypto';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { objectPath } from '@mingchuang/content';
import type { Logger } from 'pino';

import { GatewayError } from '../errors.ts';
import type { ByteCache } from './byte-cache.ts';
import { compress, decompress, SUFFIX, type Encoding } from './encodings.ts';

/** Up to this size an object is read whole, checked and kept in memory; what is larger goes out as a stream. */
export const WHOLE = 4 * 1024 * 1024;

/** The objects of all releases, by hash. What is read whole is served only if its bytes still have that hash. */
export interface Objects {
  /** @throws {GatewayError} When it is missing or its bytes were changed. */
  read(hash: string): Promise<Buffer>;
  /** The object compressed: as the publisher stored it, or compressed here when that form is missing or damaged. */
  readEncoded(hash: string, encoding: Encoding): Promise<Buffer>;
  open(hash: string): Promise<FileHandle>;
}

export function openObjects(folder: string, cache: ByteCache, log: Logger): Objects {
  const fileOf = (hash: string) => join(folder, objectPath(hash));

  const read = (hash: string) =>
    cache.get(hash, async () => {
      const body = await readFile(fileOf(hash)).catch((cause: unknown) => {
        throw new GatewayError(`Object ${hash} cannot be read`, { cause });
      });
      if (hashOf(body) !== hash) throw new GatewayError(`Object ${hash} has been changed on disk`);
      return body;
    });

  return {
    read,
    readEncoded: (hash, encoding) =>
      cache.get(`${hash}.${SUFFIX[encoding]}`, async () => {
        const stored = await readSibling(`${fileOf(hash)}.${SUFFIX[encoding]}`);
        if (stored) {
          const plain = await decompress(encoding, stored, 4 * WHOLE).catch(() => undefined);
          if (plain && hashOf(plain) === hash) return stored;
          log.error({ object: hash, encoding }, 'compressed object is not what was signed, compressing it again');
        }
        return compress(encoding, await read(hash));
      }),
    open: (hash) =>
      open(fileOf(hash)).catch((cause: unknown) => {
        throw new GatewayError(`Object ${hash} cannot be opened`, { cause });
      }),
  };
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 32);
}

async function readSibling(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    // Not compressed yet, or unreadable: either way the object itself is at hand.
    return undefined;
  }
}
