import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const APP = path.resolve(import.meta.dirname, '../../cms');
const secret = () => randomBytes(24).toString('base64');

/** A CMS alone, empty but for its first administrator, as an installation that others can reach. */
export interface RunningCms {
  address: string;
  email: string;
  password: string;
  dataDir: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a CMS on an empty SQLite file. @param environment Laid over the least it needs. @throws {Error} With what it printed, when it ends instead of answering. */
export async function runCms(environment: Record<string, string> = {}): Promise<RunningCms> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mingchuang-cms-'));
  mkdirSync(path.join(dataDir, 'uploads'));
  const [port, email, password] = [await freePort(), 'admin@wangchuan.example', 'Lizhi-shucheng-17'];
  const keys = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'].map((name) => [name, secret()]);
  const env = { ...process.env, ...Object.fromEntries(keys), NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ...environment };
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
