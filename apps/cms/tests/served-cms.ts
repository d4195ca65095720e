import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

import { TEST_SECRETS } from '../../../scripts/first-start/secrets.mjs';
import { FEED_TOKEN, GATEWAY_TOKEN, PASSWORD } from './boot';

// From the root, where every runner starts.
const APP = resolve('apps/cms');

/** A CMS in a process of its own, started as an installation starts it. */
export interface ServedCms {
  address: string;
  child: ChildProcess;
  /** What it printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a CMS; processes of one installation share the folder and, by DATABASE_URL, the database. */
export async function serveCms(dataDir: string, more: Record<string, string> = {}): Promise<ServedCms> {
  const port = await freePort();
  const environment = {
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    ...TEST_SECRETS,
    FEED_TOKEN,
    GATEWAY_TOKEN,
    SECOND_FACTOR: 'off',
    REVIEW: 'off',
    ADMIN_EMAIL: 'admin@example.cn',
    ADMIN_PASSWORD: PASSWORD,
    ...more,
  };
  const child = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
    cwd: APP,
    env: { ...process.env, ...environment },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  return {
    address: `http://127.0.0.1:${port}`,
    child,
    printed: () => printed,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Waits until a CMS answers. @throws {Error} With what it printed, when it ended instead. */
export async function untilHealthy({ address, child, printed }: ServedCms): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The CMS ended with ${child.exitCode}:\n${printed()}`);
    if (await fetch(`${address}/_health`).then(({ ok }) => ok, () => false)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
}
