import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { FeedLine } from '@mingchuang/content/feed';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { TEST_SECRETS } from '../../../scripts/first-start/secrets.mjs';
import type { FeedService } from '../server/src/service.ts';

const APP = path.resolve(import.meta.dirname, '../../../apps/cms');

/** A whole CMS on an empty database, in this process. Needs `apps/cms/dist` and the plugins' servers to be built. */
export interface TestCms {
  strapi: Core.Strapi;
  feed: FeedService;
  /** Base address of its HTTP server. */
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** Boots a CMS. @param environment Laid over the least it needs. */
export async function startCms(environment: Record<string, string> = {}): Promise<TestCms> {
  const dataDir = environment.DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'mc-feed-test-'));
  if (!environment.DATA_DIR) await layFirstStart('empty', dataDir);
  Object.assign(process.env, {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    SECOND_FACTOR: 'off',
    DATA_DIR: dataDir,
    ...TEST_SECRETS,
    // What is published is what these tests are about, not by whose approval.
    REVIEW: 'off',
    ...environment,
  });
  // The ES module build of Strapi cannot be loaded by Node itself; the CommonJS one can.
  const { createStrapi } = createRequire(path.join(APP, 'package.json'))('@strapi/strapi') as {
    createStrapi(options: object): Core.Strapi;
  };
  const strapi = await createStrapi({ appDir: APP, distDir: path.join(APP, 'dist'), serveAdminPanel: false }).load();
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  return {
    strapi,
    feed: strapi.plugin('feed').service('feed') as unknown as FeedService,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    async stop() {
      await strapi.destroy();
      if (!environment.DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A document service without the types of a generated app. */
export interface Documents {
  create(params: object): Promise<Stored>;
  update(params: object): Promise<Stored>;
  findOne(params: object): Promise<Stored | null>;
  publish(params: object): Promise<{ entries: Stored[] }>;
  unpublish(params: object): Promise<{ entries: Stored[] }>;
  delete(params: object): Promise<unknown>;
  clone(params: object): Promise<{ documentId: string; entries: Stored[] }>;
  discardDraft(params: object): Promise<unknown>;
}
export type Stored = { id: number; documentId: string; path: string | null } & Record<string, unknown>;

export function documents({ strapi }: TestCms, name: string): Documents {
  return strapi.documents(`api::${name}.${name}` as never) as unknown as Documents;
}

/** Makes and publishes the site, agency and columns that other documents hang on. */
export async function seedCity(cms: TestCms) {
  const publish = async (name: string, data: object) => {
    const { documentId } = await documents(cms, name).create({ data });
    await documents(cms, name).publish({ documentId });
    return documentId;
  };
  const site = await publish('site', {
    title: '望川市人民政府',
    shortName: '望川市',
    domain: 'www.example.gov.cn',
    siteCode: '9900000001',
    theme: 'blue',
    sponsor: '望川市人民政府',
    hotline: '12345',
  });
  const agency = await publish('agency', {
    title: '望川市人民政府办公室',
    code: 'bgs',
    site,
    duties: '<p>协助市政府领导工作。</p>',
  });
  const column = (slug: string, title: string, more: object = {}) =>
    publish('column', {
      title,
      slug,
      site,
      kind: 'articles',
      columnType: 'news',
      updateClass: 'dynamic',
      description: title,
      keywords: title,
      ...more,
    });
  const news = await column('yaowen', '要闻');
  const policies = await column('zhengce', '政策', { kind: 'policies', columnType: 'policies' });
  return { site, agency, news, policies, column };
}

/** Every line of a full export. */
export async function exportLines({ feed }: TestCms): Promise<FeedLine[]> {
  const lines: FeedLine[] = [];
  for await (const page of feed.export()) lines.push(...page);
  return lines;
}
