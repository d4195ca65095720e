import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

import { TEST_SECRETS } from './secrets.mjs';

/** An empty installation: tables, roles and rights, nobody's account and no content. @param databaseUrl PostgreSQL instead of a file in the folder. */
export async function makeEmpty(folder: string, databaseUrl = ''): Promise<void> {
  const environment = { ...TEST_SECRETS, NODE_ENV: 'test', DATA_DIR: folder, DATABASE_URL: databaseUrl, ADMIN_EMAIL: '', ADMIN_PASSWORD: '', LOG_LEVEL: 'error' };
  await promisify(execFile)(process.execPath, [resolve('scripts/first-start/start-once.mjs')], { env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 });
}

/** The demo city, published with all that follows a publication, as `npm start` leaves it behind that was cut off once while it loaded. apps/cms/tests/demo.test.ts asks whether it is whole. */
export async function makeDemoCity(folder: string): Promise<void> {
  const [portal, cms, publisher] = await Promise.all([freePort(), freePort(), freePort()]);
  const environment = { DATA_DIR: folder, DATABASE_URL: '', PORT: String(portal), CMS_PORT: String(cms), PUBLISHER_PORT: String(publisher) };
  await startUntil('正在装入示例城市：信息 ', environment);
  await startUntil('明窗已就绪', environment, () => publisherIdle(publisher));
}

/** Resolves when every picture has its smaller sizes and every file is compressed to its smallest: each start would go on with it. */
async function publisherIdle(publisher: number): Promise<void> {
  const metrics = async () => (await fetch(`http://127.0.0.1:${publisher}/metrics`)).text();
  while (/^publisher_(pictures|upgrades)_waiting\S* [1-9]/m.test(await metrics())) await setTimeout(200);
}

/** Runs `npm start` until it prints something and what follows is done, then ends it. @throws {Error} With what it printed, when it ends before. */
function startUntil(sign: string, environment: Record<string, string>, follow?: () => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let seen = false;
  return new Promise((ended, refuse) => {
    const take = async (chunk: Buffer) => {
      printed += String(chunk);
      if (seen || !printed.includes(sign)) return;
      seen = true;
      await follow?.();
      child.kill('SIGTERM');
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void take(chunk).catch(refuse));
    child.once('exit', () => (printed.includes(sign) ? ended() : refuse(new Error(`npm start did not come up:\n${printed.slice(-4000)}`))));
  });
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
