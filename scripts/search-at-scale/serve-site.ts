import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { isCompressible } from '../../apps/gateway/src/serve/encodings.ts';
import { typeOfFile } from '../../apps/publisher/src/store/media-type.ts';
import type { Answerer } from './engine.ts';
import { openLink, type Link } from './slow-link.ts';

/** A small site over an engine's files, encoded as the gateway serves them. */
export interface Site {
  url: string;
  link: Link;
  /** Bytes of bodies and number of answers since it was last asked, and the bytes until the first results, where a page tells. */
  takeTraffic(): { bytes: number; requests: number; firstBytes: number };
  /** The first results are there; more are being looked for. */
  noteFirst(): void;
  close(): void;
}

const brotli = promisify(brotliCompress);
/** The publisher compresses at 11 in the background; of what is larger the last per cent would take minutes. */
const BEST = 11;
const LARGE = { bytes: 1_000_000, quality: 9 };

/**
 * @param folder Served below /index/.
 * @param files What lies beside it, by path.
 */
export async function serveSite(folder: string, files: ReadonlyMap<string, Buffer>, answer?: Answerer): Promise<Site> {
  const link = openLink();
  const packed = new Map<string, Promise<Buffer>>();
  let [bytes, requests] = [0, 0];
  let firstBytes: number | undefined;

  const find = (path: string): Buffer | undefined => {
    const file = path.startsWith('/index/') && join(folder, path.slice('/index/'.length));
    return files.get(path) ?? (file && existsSync(file) ? readFileSync(file) : undefined);
  };
  const encode = (path: string, body: Buffer) => {
    const known = packed.get(path) ?? pack(body);
    packed.set(path, known);
    return known;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://site');
      const asking = { query: searchParams.get('query') ?? '', most: Number(searchParams.get('most')) };
      const body = path === '/ask' && answer ? Buffer.from(JSON.stringify(await answer(asking))) : find(path);
      const type = path === '/' || path === '/ask' ? { '/': 'text/html; charset=utf-8', '/ask': 'application/json' }[path] : typeOfFile(path);
      const isPacked = body && isCompressible(type) && body.length > 150;
      const sent = !body ? undefined : !isPacked ? body : path === '/ask' ? await pack(body) : await encode(path, body);
      await link.carry(sent?.length ?? 0);
      bytes += sent?.length ?? 0;
      requests += 1;
      const cache = /\/(?:search|pagefind-entry)\.json$|^\/(?:ask)?$/.test(path) ? 'no-cache' : 'public, max-age=31536000, immutable';
      response.writeHead(sent ? 200 : 404, { 'content-type': type, 'cache-control': cache, ...(isPacked && { 'content-encoding': 'br' }) });
      response.end(sent);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    link,
    takeTraffic() {
      const taken = { bytes, requests, firstBytes: firstBytes ?? bytes };
      [bytes, requests, firstBytes] = [0, 0, undefined];
      return taken;
    },
    noteFirst: () => void (firstBytes ??= bytes),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const pack = (body: Buffer): Promise<Buffer> =>
  brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: body.length > LARGE.bytes ? LARGE.quality : BEST, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
