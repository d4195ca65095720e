import { spawn, type ChildProcess } from 'node:child_process';
import { createPublicKey, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { ALERT_MARKER, type FeedLine } from '@mingchuang/content';
import { exampleAddresses, exampleAlert, exampleEntries, exampleLetters, exampleSite } from '@mingchuang/content/examples';
import { loadRenderer } from '@mingchuang/renderer';
import { openSearchIndex } from '@mingchuang/search';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { performCommand } from '../commands/perform.ts';
import { startExampleCms, type ExampleCms } from '../testing/example-cms.ts';
import { makeFolder, openExamplePublisher, type ExamplePublisher } from '../testing/example-publisher.ts';
import { redirect } from '../testing/small-site.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

interface Nginx {
  port: number;
  hasBrotli: boolean;
  errors(): string;
  stop(): Promise<void>;
}
const steps = (await import(join(ROOT, 'scripts/steps/nginx.mjs'))) as {
  findNginx(): Promise<string>;
  startNginx(program: string, tree: string, gateway: number): Promise<Nginx>;
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

let folder: ReturnType<typeof makeFolder>;
let cms: ExampleCms;
let example: ExamplePublisher;
let gateway: { port: number; child: ChildProcess };
let nginx: Nginx;
let tree: string;

/** The examples without the alert, which the gateway writes into pages while nginx leaves it to the page's script. */
const lines: FeedLine[] = [
  ...exampleEntries.filter(({ documentId }) => documentId !== exampleAlert.documentId).map((entry) => ({ kind: 'entry', ...entry }) as FeedLine),
  ...exampleAddresses.map((address) => ({ kind: 'address', ...address }) as FeedLine),
  { kind: 'address', path: '/zixun/yaowen/202611/chexia99/', state: 'withdrawn', title: '一篇撤下的信息', reason: '内容有误', at: '2026-11-22T01:00:00.000Z' },
  redirect('chain', '/old/一.asp', '/old/two/'),
  redirect('chain2', '/old/two/', '/search/?q=落户#main'),
  { ...structuredClone(exampleSite), kind: 'entry', documentId: 'site-district', version: 'district-1', data: { ...exampleSite.data, domain: 'www.wangjiang.example', siteCode: '9900020001' } } as FeedLine,
  redirect('outside', '/old/province/', 'https://www.province.example/a b'),
];

beforeAll(async () => {
  const program = await steps.findNginx();
  folder = makeFolder();
  tree = join(folder.path, 'site');
  cms = await startExampleCms();
  const picture = readFileSync(join(ROOT, 'packages/content/examples/media/emblem.svg'));
  for (const id of JSON.stringify(lines).match(/"id":"[^"]+"/g) ?? []) cms.media.set(id.slice(6, -1), picture);
  cms.change(...lines);
  const renderer = await loadRenderer(join(ROOT, 'apps/portal/dist-renderer'));
  example = openExamplePublisher({ dataDir: folder.path, cms, renderer, openSearch: (dir) => openSearchIndex({ dir }) });
  await example.publish();
  await example.publisher.searchSettled();
  await performCommand({ verb: 'export', folder: tree }, example.workshop, example.publisher);
  gateway = await startGateway(folder.path);
  nginx = await steps.startNginx(program, tree, gateway.port);
}, 300_000);

afterAll(async () => {
  await nginx?.stop();
  gateway?.child.kill('SIGTERM');
  await example?.close();
  await cms?.close();
  folder?.remove();
});

/** Starts the gateway as an installation starts it, over the release of this test. */
async function startGateway(dataDir: string): Promise<{ port: number; child: ChildProcess }> {
  const reserved = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => reserved.once('listening', ready));
  const { port } = reserved.address() as AddressInfo;
  await new Promise((closed) => reserved.close(closed));
  const publicKey = join(dataDir, 'release-public.pem');
  writeFileSync(publicKey, createPublicKey(readFileSync(join(dataDir, 'secrets/release-key.pem'))).export({ type: 'spki', format: 'pem' }));
  const child = spawn(process.execPath, [join(ROOT, 'apps/gateway/dist/main.js')], {
    env: {
      PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, CMS_URL: 'http://127.0.0.1:1', GATEWAY_TOKEN: 'token-of-the-tests',
      RELEASE_PUBLIC_KEY_FILE: publicKey, RENDERER_DIR: join(ROOT, 'apps/portal/dist-renderer'), CASE_QUEUE_KEY: randomBytes(32).toString('base64'), TRUST_PROXY: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The gateway ended with ${child.exitCode}`);
    if (await fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => false)) return { port, child };
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** Asks for a path, which is sent as given; what `fetch` would follow or decode is left as it came. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers: { host: 'www.wangchuan.example', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => answered({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

const HEADERS = [
  'access-control-allow-origin', 'content-type', 'cache-control', 'location', 'content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy',
  'permissions-policy', 'referrer-policy', 'strict-transport-security', 'x-content-type-options', 'content-encoding', 'set-cookie',
];

/** Headers that follow from a page in the body. */
const OF_A_PAGE = ['content-type', 'content-security-policy', 'cross-origin-opener-policy', 'permissions-policy'];

/** What matters of an answer. A redirect's body is for no one: nginx writes a page of its own, with a page's headers. */
function essence({ status, headers, body }: Answer) {
  const named = Object.fromEntries(HEADERS.filter((name) => status !== 301 || !OF_A_PAGE.includes(name)).map((name) => [name, headers[name]]));
  return { status, ...named, ...(status !== 301 && { body: body.toString('base64') }) };
}

const encode = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const both = (path: string) => [encode(path), encode(`/elder${path}`)];

async function differences(paths: Iterable<string>): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const [ours, theirs] = [essence(await ask(gateway.port, path)), essence(await ask(nginx.port, path))];
    const names = (Object.keys(ours) as (keyof typeof ours)[]).filter((name) => JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]));
    if (names.length > 0) found.push(`${path}: ${names.map((name) => (name === 'body' ? 'body' : `${name} ${String(ours[name])} ≠ ${String(theirs[name])}`)).join(', ')}`);
  }
  return found;
}

describe('nginx on an exported release', () => {
  test('answers every address of the manifest, in both modes, as the gateway does', async () => {
    const paths = [...example.workshop.current!.routes.keys()];
    const kinds = new Set([...example.workshop.current!.routes.values()].map(({ status }) => status));
    expect([...kinds].sort(), 'the release has every kind of route').toEqual([200, 301, 404, 410]);
    expect(paths.length).toBeGreaterThan(100);
    expect(await differences(paths.flatMap(both))).toEqual([]);
  }, 180_000);

  test('lets the search ask the sister site, and sister sites read the index', async () => {
    expect((await ask(nginx.port, '/elder/search/')).headers['content-security-policy']).toContain("connect-src 'self' www.wangjiang.example;");
    expect((await ask(nginx.port, '/')).headers['content-security-policy']).toContain("connect-src 'self';");
    expect((await ask(nginx.port, '/search/index/search.json')).headers['access-control-allow-origin']).toBe('*');
  });

  test('answers what is not there with the page for it, at any depth', async () => {
    expect(await differences(['/nothing', '/nothing/', '/elder/a/b/nothing/', '/media/0/x.pdf', '/_routes/http.conf', '/_routes/404.html', '/zixun/nothing.php', '/metrics-of-nobody'])).toEqual([]);
  });

  test('shows nothing of its own inside: no maps, no metrics', async () => {
    for (const path of ['/_routes/release', '/_routes/server.conf', '/metrics']) expect((await ask(nginx.port, path)).status, path).toBe(404);
  });

  test('corrects a missing last slash and an index.html, keeping the query', async () => {
    expect(await differences(['/search?q=a', '/search/index.html?q=%E8%90%BD', '/elder/search', '/index.html'])).toEqual([]);
    expect((await ask(nginx.port, '/search?q=a')).headers.location).toBe('/search/?q=a');
  });

  test('cannot be made to send a header by line breaks in an address', async () => {
    for (const path of ['/search%0d%0aSet-Cookie:a=b', '/search%0d%0aSet-Cookie:a=b/index.html']) {
      const answer = await ask(nginx.port, path);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('sends the compressed files that lie beside, with the same content', async () => {
    const plain = await ask(nginx.port, '/');
    const zipped = await ask(nginx.port, '/', { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding', 'content-type': 'text/html; charset=utf-8' });
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    const elderly = await ask(nginx.port, '/elder/', { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(elderly.body).toString()).toContain('data-mode="elderly"');
    if (!nginx.hasBrotli) return;
    const smaller = await ask(nginx.port, '/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(smaller.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(smaller.body).equals(plain.body)).toBe(true);
  });

  test('answers 304 to whoever has the page, and the whole page once it was replaced', async () => {
    const { headers } = await ask(nginx.port, '/');
    expect((await ask(nginx.port, '/', { headers: { 'if-none-match': headers.etag! } })).status).toBe(304);
    const home = join(tree, 'index.html');
    writeFileSync(home, readFileSync(home, 'utf8').replace('</html>', '</HTML>'));
    await performCommand({ verb: 'export', folder: tree }, example.workshop, example.publisher);
    const again = await ask(nginx.port, '/', { headers: { 'if-none-match': headers.etag! } });
    expect(again.status, 'the repaired file is as long as before').toBe(200);
    expect(again.body.toString()).toContain('</html>');
  });

  test('asks the gateway for 繁體, forms, tracking, receipts, outside links and what is sent to pages', async () => {
    expect(await differences(['/letters/receipt/x/', '/elder/letters/track/', '/link/?url=https%3A%2F%2Fevil.example%2F', '/hant/', '/elder/hant/nothing/', '/preview/nothing/', '/elder/preview/nothing/page/', '/hant/search', '/alerts.json'])).toEqual([]);
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://www.wangchuan.example' }, body: 'number=1&code=2' };
    for (const path of ['/letters/track/', '/elder/letters/track/', '/search/', '/nothing/']) {
      const [ours, theirs] = [await ask(gateway.port, path, form), await ask(nginx.port, path, form)];
      expect([theirs.status, theirs.headers['cache-control'], theirs.headers['content-security-policy']], path).toEqual([ours.status, ours.headers['cache-control'], ours.headers['content-security-policy']]);
    }
    expect((await ask(nginx.port, '/letters/track/', { ...form, headers: { ...form.headers, origin: 'http://evil.example' } })).status).toBe(403);
    expect((await ask(nginx.port, '/', { method: 'DELETE' })).status).toBe(405);
  });

  test('goes on serving pages and the last known alerts while the gateway is down', async () => {
    gateway.child.kill('SIGKILL');
    await new Promise((ended) => gateway.child.once('exit', ended));
    expect((await ask(nginx.port, '/')).status).toBe(200);
    expect((await ask(nginx.port, '/alerts.json')).body.toString().trim()).toBe('[]');
    expect((await ask(nginx.port, encode(exampleLetters[0]!.data.path!))).body.toString()).toContain(ALERT_MARKER);
    expect(nginx.errors()).not.toMatch(/\[(emerg|alert|crit)\]/);
  });
});
