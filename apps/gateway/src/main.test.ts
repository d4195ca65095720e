import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

import { ReleaseMaker } from '../tests/release-maker.ts';
import { ask, SITE, until } from '../tests/start-gateway.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'mc-main-'));
const maker = new ReleaseMaker(dataDir);
const keyFile = join(dataDir, 'release.pub');
writeFileSync(keyFile, maker.publicKey.export({ type: 'spki', format: 'pem' }));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function run(port: number, change: Record<string, string> = {}) {
  const env = {
    PATH: process.env.PATH!, PORT: String(port), DATA_DIR: dataDir, CMS_URL: 'http://127.0.0.1:1', GATEWAY_TOKEN: 't',
    RELEASE_PUBLIC_KEY_FILE: keyFile, RENDERER_DIR: join(dataDir, 'no-renderer'), CASE_QUEUE_KEY: randomBytes(32).toString('base64'), ...change,
  };
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { text: '' };
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, printed, ended };
}

describe('the program', () => {
  test('listens on both loopback addresses, serves without a renderer, and ends on SIGTERM after what has begun', async () => {
    maker.release({ content: { ...SITE, '/large/': { body: Buffer.alloc(20_000_000), type: 'application/zip' } } });
    const port = await freePort();
    const { child, printed, ended } = await run(port);
    await until(() => printed.text.includes('gateway listens'), 20_000);
    expect(printed.text).toContain('renderer cannot be loaded');
    expect((await ask(port, '/')).status).toBe(200);
    expect((await fetch(`http://[::1]:${port}/`)).status).toBe(200);
    const download = await fetch(`http://127.0.0.1:${port}/large/`);
    child.kill('SIGTERM');
    await until(() => printed.text.includes('gateway stops'));
    await until(async () => (await ask(port, '/').catch(() => undefined)) === undefined);
    expect(await download.arrayBuffer()).toHaveProperty('byteLength', 20_000_000);
    expect(await ended).toBe(0);
  });

  test('says in Chinese what is missing and ends', async () => {
    const { printed, ended } = await run(0, { CASE_QUEUE_KEY: '' });
    expect(await ended).toBe(1);
    expect(printed.text).toContain('缺少环境变量 CASE_QUEUE_KEY：');
  });

  test('says that its port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { printed, ended } = await run(port);
    expect(await ended).toBe(1);
    expect(printed.text).toContain(`端口 ${port} 已被占用`);
    other.close();
  });
});
