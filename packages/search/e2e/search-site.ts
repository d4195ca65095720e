import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { contentSecurityPolicy, SHARED_FILES } from '@mingchuang/content';
import { build } from 'vite';

import type { SearchIndex } from '../src/index.ts';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };

/** A small site over a search index, under the public security policy. */
export interface SearchSite {
  url: string;
  /** Bytes of each script that was built, by name. */
  scripts: Map<string, Buffer>;
  close(): Promise<void>;
}

/**
 * Serves an index with pages of our own, and the script `entry` built by Vite as the portal builds it.
 *
 * @param pages HTML by path; `%script%` in it becomes the address of the built script.
 * @param sisters Further sites, by the name each has under `.localhost`.
 * @param fail Paths that answer 500 while the function says so.
 */
export async function serveSearchSite(options: {
  index: SearchIndex;
  entry: string;
  pages: Record<string, string>;
  port?: number;
  sisters?: Record<string, SearchIndex>;
  fail?: (path: string, host: string) => boolean;
}): Promise<SearchSite> {
  const scripts = await bundle(options.entry);
  const indexes = { '': options.index, ...options.sisters };
  const files = new Map(Object.entries(indexes).map(([name, index]) => [name, filesOf(index)]));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const [, name = '', at = ''] = /^(?:([\w-]+)\.localhost)?.*?(:\d+)$/.exec(request.headers.host ?? '') ?? [];
    const connect = Object.keys(options.sisters ?? {}).map((sister) => `${sister}.localhost${at}`);
    const shared = SHARED_FILES.test(path) ? { 'access-control-allow-origin': '*' } : {};
    const headers = { 'content-security-policy': contentSecurityPolicy({ connect }), 'cache-control': 'no-cache', ...shared };
    // The catalogue says what is new, as the gateway's manifest does.
    const index = Object.hasOwn(indexes, name) ? indexes[name as ''] : undefined;
    if (index && path.endsWith('/search.json')) files.set(name, filesOf(index));
    const file = files.get(name)?.get(path);
    const page = options.pages[path]?.replace('%script%', '/_astro/entry.js');
    const body = scripts.get(path.replace('/_astro/', '')) ?? page ?? (file && readFileSync(file));
    const status = options.fail?.(path, name) ? 500 : body === undefined ? 404 : 200;
    response.writeHead(status, { ...headers, 'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream' });
    response.end(status === 200 ? body : undefined);
  });
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scripts,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function bundle(entry: string): Promise<Map<string, Buffer>> {
  const outDir = mkdtempSync(join(tmpdir(), 'mingchuang-search-'));
  const result = await build({
    configFile: false,
    root: outDir,
    base: '/_astro/',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'esnext',
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: entry, output: { entryFileNames: 'entry.js', assetFileNames: '[name].[ext]' } },
    },
  });
  rmSync(outDir, { recursive: true });
  const { output } = Array.isArray(result) ? (result[0] as never) : (result as { output: { fileName: string; code?: string; source?: string | Uint8Array }[] });
  return new Map(output.map(({ fileName, code, source }) => [fileName, Buffer.from(code ?? source ?? '')]));
}


const filesOf = (index: SearchIndex): Map<string, string> => new Map(index.files().map(({ path, file }) => [path, file]));
