import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { TEST_SECRETS } from '../../../scripts/first-start/secrets.mjs';

const APP = path.resolve(import.meta.dirname, '../../../apps/cms');
const PASSWORD = 'Lizhi-shucheng-2026!';
let people = 0;

/** A whole CMS on an empty database, in this process. Needs `apps/cms/dist` and the plugins' servers to be built. */
export interface TestCms {
  strapi: Core.Strapi;
  url: string;
  /** Makes somebody with one of the installation's roles, or none, and signs them in. */
  person(name: string, role?: string): Promise<Person>;
  stop(): Promise<void>;
}

export interface Person {
  id: number;
  email: string;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>;
}

/** Boots a CMS. @param environment Laid over the least it needs. */
export async function startCms(environment: Record<string, string> = {}): Promise<TestCms> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-review-test-'));
  await layFirstStart('empty', dataDir);
  Object.assign(process.env, cmsEnvironment(dataDir), environment);
  // The ES module build of Strapi cannot be loaded by Node itself; the CommonJS one can.
  const { createStrapi } = createRequire(path.join(APP, 'package.json'))('@strapi/strapi') as {
    createStrapi(options: object): Core.Strapi;
  };
  const strapi = await createStrapi({ appDir: APP, distDir: path.join(APP, 'dist'), serveAdminPanel: false }).load();
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`;
  return {
    strapi,
    url,
    person: (name, role) => makePerson(strapi, url, name, role),
    async stop() {
      await strapi.destroy();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the CMS needs in its environment. */
export function cmsEnvironment(dataDir: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    SECOND_FACTOR: 'off',
    DATA_DIR: dataDir,
    ...TEST_SECRETS,
  };
}

async function makePerson(strapi: Core.Strapi, url: string, name: string, role?: string): Promise<Person> {
  const email = `person${++people}@wangchuan.example`;
  const held = role
    ? await strapi.db.query('admin::role').findOne({ where: { code: role } })
    : await strapi.service('admin::role')!.create({ name: `${name} ${people}`, description: name });
  const user = await strapi.service('admin::user')!.create({
    email,
    firstname: name,
    lastname: '',
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [held.id],
  });
  const login = await call(`${url}/admin/login`, 'POST', undefined, { email, password: PASSWORD });
  const token = login.body.data.token as string;
  return { id: user.id, email, call: (method, to, body) => call(`${url}${to}`, method, token, body) };
}

async function call(url: string, method: string, token: string | undefined, body?: unknown) {
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: { ...(!isForm && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: /^[[{]/.test(text) ? JSON.parse(text) : text };
}
