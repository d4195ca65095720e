import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { layFirstStart } from '../first-start/lay.ts';
import { TEST_SECRETS } from '../first-start/secrets.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ADMIN = { email: 'admin@example.cn', password: 'Passw0rd-of-the-tests' };

/** A whole installation on ports and in a folder of its own, started and operated by the root's scripts. */
export class Installation {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-operator-'));
  readonly dataDir = path.join(this.folder, 'data');
  #environment: Record<string, string> = {};
  #child: ChildProcess | undefined;
  portal = '';
  cms = '';
  publisher = '';

  /** Lays it as a first start without the demo city leaves it, with keys of its own. */
  async lay(): Promise<void> {
    await layFirstStart('empty', this.dataDir);
    writeFileSync(path.join(this.dataDir, 'without-demo'), '');
    mkdirSync(path.join(this.dataDir, 'secrets'), { recursive: true });
    writeFileSync(path.join(this.dataDir, 'secrets/keys.json'), JSON.stringify(TEST_SECRETS), { mode: 0o600 });
  }

  /** Starts it without the demo city, and waits until everything listens. @throws {Error} With what it printed. */
  async start(): Promise<void> {
    const [portal, cms, publisher] = await Promise.all([freePort(), freePort(), freePort()]);
    this.#environment = {
      DATA_DIR: this.dataDir,
      PORT: String(portal),
      CMS_PORT: String(cms),
      PUBLISHER_PORT: String(publisher),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      SECOND_FACTOR: 'off',
      REVIEW: 'off',
    };
    [this.portal, this.cms, this.publisher] = [portal, cms, publisher].map((port) => `http://127.0.0.1:${port}`) as [string, string, string];
    const child = spawn(process.execPath, ['scripts/start.mjs', '--empty'], { cwd: ROOT, env: this.#env(), stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      let printed = '';
      const take = (chunk: Buffer) => {
        printed += String(chunk);
        if (printed.includes('明窗已就绪')) resolve();
      };
      child.stdout!.on('data', take);
      child.stderr!.on('data', take);
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed.slice(-4000)}`)));
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  /** Runs `npm run backup`, `restore` or `audit`. */
  operate(script: 'backup' | 'restore' | 'audit', ...options: string[]): Promise<{ code: number; printed: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [`scripts/${script}.mjs`, ...options], { cwd: ROOT, env: this.#env() }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, printed: stdout + stderr }),
      );
    });
  }

  #env() {
    return { ...process.env, INIT_CWD: this.folder, ...this.#environment };
  }

  key(name: string): string {
    return (JSON.parse(readFileSync(path.join(this.dataDir, 'secrets/keys.json'), 'utf8')) as Record<string, string>)[name]!;
  }

  /** Signs the administrator in. @returns Calls the admin's routes; answers the body, or throws what was refused. */
  async signIn(): Promise<(method: string, address: string, body?: object) => Promise<any>> {
    const send = async (method: string, address: string, token: string | undefined, body?: object) => {
      const isForm = body instanceof FormData;
      const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(!isForm && { 'content-type': 'application/json' }) };
      const answer = await fetch(this.cms + address, { method, headers, ...(body && { body: isForm ? body : JSON.stringify(body) }) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status} ${text}`);
      return JSON.parse(text);
    };
    const { data } = await send('POST', '/admin/login', undefined, { ...ADMIN, deviceId: crypto.randomUUID() });
    return (method, address, body) => send(method, address, data.token, body);
  }

  /** SHA-256 of everything the portal serves, by address: each route of the release it is on, but for the search index. */
  async servedBytes(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const address of this.#routes()) {
      // The same documents may lie in other shards when the index was made anew.
      if (address.startsWith('/search/index/')) continue;
      const answer = await fetch(this.portal + address, { redirect: 'manual' });
      found[address] = `${answer.status} ${createHash('sha256').update(Buffer.from(await answer.arrayBuffer())).digest('hex')}`;
    }
    return found;
  }

  /** How many documents the search index finds. */
  async searchable(): Promise<number> {
    const { shards } = (await (await fetch(`${this.portal}/search/index/search.json`)).json()) as { shards: { count: number; hide: unknown[] }[] };
    return shards.reduce((sum, { count, hide }) => sum + count - hide.length, 0);
  }

  #routes(): string[] {
    const folder = path.join(this.dataDir, 'releases');
    const read = (id: string) => JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8'));
    const routes = new Set<string>();
    for (let part = read(readFileSync(path.join(folder, 'current'), 'utf8').trim()); ; part = read(part.parent)) {
      for (const address of Object.keys(part.routes)) routes.add(address);
      if (part.whole) return [...routes].sort();
    }
  }

  /** The feed's epoch. */
  async epoch(): Promise<string> {
    const answer = await fetch(`${this.cms}/api/feed/export`, { headers: { authorization: `Bearer ${this.key('FEED_TOKEN')}` } });
    return JSON.parse((await answer.text()).split('\n')[0]!).epoch;
  }

  /** Ends of the publications since an instant, newest first. */
  async runsSince(instant: Date): Promise<string[]> {
    const { runs } = (await (await fetch(`${this.publisher}/runs`)).json()) as { runs: { startedAt: string; outcome: string }[] };
    return runs.filter(({ startedAt }) => Date.parse(startedAt) >= instant.getTime()).map(({ outcome }) => outcome);
  }

  /** What lies in the data folder. */
  entries(): string[] {
    return existsSync(this.dataDir) ? readdirSync(this.dataDir) : [];
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
