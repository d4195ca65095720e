import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LetterFiling, LetterSubmission } from '@mingchuang/content';
import { createCaseNumber, createQueryCode } from '@mingchuang/content';
import type { Core } from '@strapi/strapi';
import { randomInt } from 'node:crypto';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import type { Cases } from '../server/src/services/cases.ts';
import { bootCms, cmsEnvironment } from './cms-environment.mjs';

const PASSWORD = 'Lizhi-shucheng-2026!';
let people = 0;

/** A real CMS on a fresh database, with three agencies and a letters column. */
export interface Cms {
  strapi: Core.Strapi;
  url: string;
  dataDir: string;
  environment: Record<string, string>;
  cases: Cases;
  /** documentIds by code: water, roads, and office, which takes no letters. */
  agencies: Record<'water' | 'roads' | 'office', string>;
  publicCall(path: string, body: unknown, token?: string): Promise<{ status: number; body: Record<string, any> }>;
  /** Makes a user with these rights, a member of these agencies, and signs them in. */
  person(name: string, rights: readonly string[], agencies?: readonly string[]): Promise<Person>;
  end(): Promise<void>;
}

export interface Person {
  id: number;
  get(path: string): Promise<{ status: number; body: any; text: string }>;
  post(path: string, body?: unknown): Promise<{ status: number; body: any; text: string }>;
}

export async function startCms(): Promise<Cms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mc-cases-'));
  await layFirstStart('empty', dataDir);
  const environment = cmsEnvironment(dataDir);
  const { strapi, url } = (await bootCms(environment)) as { strapi: Core.Strapi; url: string };
  const agencies = await makeSite(strapi);

  return {
    strapi,
    url,
    dataDir,
    environment,
    agencies,
    cases: strapi.plugin('cases').service('cases') as unknown as Cases,
    publicCall: (path, body, token = environment.GATEWAY_TOKEN) => call(`${url}${path}`, 'POST', token, body),
    person: (name, rights, own = []) => makePerson(strapi, url, { name, rights, agencies: own }),
    async end() {
      await strapi.server.httpServer.close();
      await strapi.destroy();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeSite(strapi: Core.Strapi): Promise<Cms['agencies']> {
  const create = async (uid: string, data: Record<string, unknown>) => {
    const document = await strapi.documents(uid as 'api::agency.agency').create({ data: data as never, status: 'published', locale: 'zh-Hans' });
    return document.documentId;
  };
  const site = await create('api::site.site', {
    title: '望川市人民政府', shortName: '望川', domain: 'www.wangchuan.example', siteCode: '0000000000', theme: 'blue', sponsor: '望川市人民政府办公室',
  });
  await create('api::column.column', {
    title: '来信', slug: 'laixin', kind: 'letters', columnType: 'letters', updateClass: 'dynamic', site, path: '/laixin/', description: '来信选登', keywords: '来信',
  });
  return {
    water: await create('api::agency.agency', { title: '望川市水务局', code: 'water', acceptsCases: true, site }),
    roads: await create('api::agency.agency', { title: '望川市城管局', code: 'roads', acceptsCases: true, site }),
    office: await create('api::agency.agency', { title: '望川市档案馆', code: 'office', acceptsCases: false, site }),
  };
}

async function makePerson(
  strapi: Core.Strapi,
  url: string,
  { name, rights, agencies }: { name: string; rights: readonly string[]; agencies: readonly string[] },
): Promise<Person> {
  people += 1;
  const role = await strapi.service('admin::role')!.create({ name: `${name} ${people}`, description: name });
  await strapi.service('admin::role')!.assignPermissions(
    role.id,
    rights.map((right) => ({ action: `plugin::cases.${right}`, subject: null, properties: {}, conditions: [] })),
  );
  const email = `person${people}@wangchuan.example`;
  const user = await strapi.service('admin::user')!.create({
    email, firstname: name, lastname: '', password: PASSWORD, isActive: true, registrationToken: null, roles: [role.id],
  });
  for (const documentId of agencies) {
    await strapi.documents('api::agency.agency').update({ documentId, locale: 'zh-Hans', data: { members: { connect: [user.id] } } as never });
  }
  const login = await call(`${url}/admin/login`, 'POST', undefined, { email, password: PASSWORD });
  const token = login.body.data.token as string;
  return {
    id: user.id,
    get: (path) => call(`${url}/cases${path}`, 'GET', token),
    post: (path, body) => call(`${url}/cases${path}`, 'POST', token, body),
  };
}

async function call(url: string, method: string, token: string | undefined, body?: unknown) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

/** A letter as the gateway files it. */
export function aFiling(submission: Partial<LetterSubmission> = {}, rest: Partial<LetterFiling> = {}): LetterFiling {
  return {
    kind: 'letter',
    number: createCaseNumber('20251110', randomInt),
    code: createQueryCode(randomInt),
    receivedAt: '2025-11-10T02:00:00.000Z',
    suspicion: 0,
    submission: {
      purpose: 'help',
      agency: 'water',
      title: '滨江路 88 号门前水管漏水',
      body: '您好，我叫欧阳晓梅，住在滨江路88号3栋2单元501室，电话13987654321。\n\n门前水管已经漏了三天，请尽快修理。',
      name: '欧阳晓梅',
      phone: '13987654321',
      mayPublish: true,
      ...submission,
    },
    ...rest,
  };
}

export const ANSWER = '您好，来信收悉。市水务局已于 11 月 12 日派人更换阀门并恢复路面，感谢您的反映。\n\n如再发现漏水，请拨打供水热线。';
