import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { freePort } from '../../../scripts/first-start/make.ts';
import { TEST_SECRETS } from '../../../scripts/first-start/secrets.mjs';

const APP = path.resolve(import.meta.dirname, '../../cms');

/** A CMS alone, empty but for its first administrator, as an installation that others can reach. */
export interface RunningCms {
  address: string;
  email: string;
  password: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** Starts a CMS on a SQLite file without content. @param environment Laid over the least it needs. @throws {Error} With what it printed, when it ends instead of answering. */
export async function runCms(environment: Record<string, string> = {}): Promise<RunningCms> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mingchuang-cms-'));
  await layFirstStart('empty', dataDir);
  const [port, email, password] = [await freePort(), 'admin@wangchuan.example', 'Lizhi-shucheng-17'];
  const env = { ...process.env, ...TEST_SECRETS, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ...environment };
  const child = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], { cwd: APP, env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/_health`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`The CMS ended with ${child.exitCode}:\n${printed}`);
    await new Promise((later) => setTimeout(later, 200));
  }
  return {
    address,
    email,
    password,
    dataDir,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
