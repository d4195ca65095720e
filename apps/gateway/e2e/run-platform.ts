import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { freePort } from '../../../scripts/first-start/make.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The whole platform with its demo city, as `npm start` runs it, on ports and in a folder of its own. */
export interface Platform {
  portal: string;
  cms: string;
  dataDir: string;
  /** Password of a demo account. */
  password(email: string): string;
  stop(): Promise<void>;
}

/**
 * Starts it where a first start by `npm start` left off, and waits until a release is served.
 * @param environment Settings of its own.
 * @throws {Error} With what it printed, when it does not come up.
 */
export async function runPlatform(environment: Record<string, string> = {}): Promise<Platform> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mingchuang-e2e-'));
  await layFirstStart('demo', dataDir);
  const [portal, cms, publisher] = await Promise.all([freePort(), freePort(), freePort()]);
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, ...environment, DATA_DIR: dataDir, PORT: String(portal), CMS_PORT: String(cms), PUBLISHER_PORT: String(publisher) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilReady(child);
  const passwords = JSON.parse(readFileSync(path.join(dataDir, 'secrets/demo-accounts.json'), 'utf8')) as Record<string, string>;
  return {
    portal: `http://127.0.0.1:${portal}`,
    cms: `http://127.0.0.1:${cms}`,
    dataDir,
    password: (email) => passwords[email]!,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
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
