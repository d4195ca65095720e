import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Core } from '@strapi/strapi';

import { layFirstStart } from '../../../scripts/first-start/lay';
import { TEST_SECRETS } from '../../../scripts/first-start/secrets.mjs';

export const FEED_TOKEN = 'feed-token-of-the-tests';
export const GATEWAY_TOKEN = 'gateway-token-of-the-tests';
export const PASSWORD = 'Passw0rd-of-the-tests';

/** A CMS of its own on an empty database, listening on a port of its own. */
export interface RunningCms {
  strapi: Core.Strapi;
  address: string;
  stop(): Promise<void>;
}

// From the root, where every runner starts: the browser's runner and vitest disagree on `import.meta` and `__dirname`.
const APP = resolve('apps/cms');

// Vite would pick Strapi's ESM build, which Node cannot load.
const { createStrapi } = createRequire(join(APP, 'package.json'))('@strapi/strapi') as {
  createStrapi(options: { appDir: string; distDir: string }): { load(): Promise<Core.Strapi> };
};

/** Starts the CMS as compiled in dist, in this process. @param environment Laid over the least it needs. @param kind What it has: nothing, or the demo city, on SQLite. */
export async function bootCms(environment: Record<string, string> = {}, kind: 'empty' | 'demo' = 'empty'): Promise<RunningCms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cms-'));
  await layFirstStart(kind, dataDir);
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    ...(kind === 'demo' ? { DATABASE_URL: '', ...JSON.parse(readFileSync(join(dataDir, 'secrets/keys.json'), 'utf8')) } : TEST_SECRETS),
    NUDGE_SECRET: TEST_SECRETS.APP_KEYS,
    WEBHOOK_TOKEN: TEST_SECRETS.APP_KEYS,
    PUBLISHER_URL: '',
    FEED_TOKEN,
    GATEWAY_TOKEN,
    SECOND_FACTOR: 'off',
    ADMIN_EMAIL: 'admin@example.cn',
    ADMIN_PASSWORD: PASSWORD,
    // Rights alone decide here who publishes; packages/review/tests are about review.
    REVIEW: 'off',
    ...environment,
  });
  const strapi = await createStrapi({ appDir: APP, distDir: join(APP, 'dist') }).load();
  await strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((ready) => httpServer.listen(0, '127.0.0.1', () => ready()));
  const { port } = httpServer.address() as { port: number };

  return {
    strapi,
    address: `http://127.0.0.1:${port}`,
    async stop() {
      await strapi.destroy();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody signed in to the admin. */
export interface Session {
  cookies: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: any }>;
}

/** Signs in as the admin does and calls its routes with the session. */
export async function signIn(cms: RunningCms, email: string, password = PASSWORD): Promise<Session> {
  const answer = await fetch(`${cms.address}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, deviceId: crypto.randomUUID() }),
  });
  if (answer.status !== 200) throw new Error(`Signing in as ${email} answered ${answer.status}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  const cookies = answer.headers
    .getSetCookie()
    .filter((cookie) => /path=\/uploads/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

  return tokenSession(cms, data.token, cookies);
}

/** Calls the admin's routes with a token: a session's, or an access token. */
export function tokenSession({ address }: RunningCms, token: string, cookies = ''): Session {
  return {
    cookies,
    async call(method, path, body, headers = {}) {
      const isForm = body instanceof FormData;
      const response = await fetch(`${address}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers },
        body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
    },
  };
}
