import type { Core } from '@strapi/strapi';

import { ensureUser } from '../../src/provisioning/ensure-user';
import { type RunningCms, type Session, signIn } from '../boot';
import { listTypes, plant, type Planted, type PlantedFile, upload, SECRET } from './plant';

/** Who asks, and may see nothing of it. */
export const CALLERS = [
  'author',
  'reviewer',
  'case-handler',
  'author granted another column',
  'site-administrator granted another site',
  'auditor granted another site',
  'signer',
  'author of no agency',
];

/** Two agencies of one city, with columns, a second site, and somebody of each role who may not see the first one’s drafts. */
export interface City {
  /** The agency whose drafts are planted, and the other one. */
  agency: string;
  other: string;
  site: string;
  otherSite: string;
  column: string;
  otherColumn: string;
  insider: Session;
  insiderId: number;
  callers: Map<string, Session>;
  planted: Planted[];
}

const create = async (strapi: Core.Strapi, uid: string, data: object): Promise<string> =>
  ((await strapi.documents(uid as never).create({ data, locale: 'zh-Hans', status: 'published' } as never)) as unknown as { documentId: string }).documentId;

/** Grants straight into the table, as the settings page writes them. */
export async function grantTo(strapi: Core.Strapi, userId: number, role: string, area: { site?: string; columns?: string[]; agency?: string }): Promise<void> {
  await strapi.db.connection('access_grants').insert({
    user_id: userId, role, site: area.site ?? null, agency: area.agency ?? null, columns: area.columns ? JSON.stringify(area.columns) : null, gave_role: false, created_at: new Date().toISOString(),
  });
}

/** Makes a person and signs them in. */
export async function join(cms: RunningCms, name: string, role: string, agencyCode?: string): Promise<{ id: number; session: Session }> {
  const email = `${name}@example.cn`;
  const { id } = await ensureUser(cms.strapi, { email, name, password: process.env.ADMIN_PASSWORD!, role, ...(agencyCode ? { agencyCode } : {}) });
  return { id, session: await signIn(cms, email) };
}

/** Builds the city and plants what must not leak. */
export async function buildCity(cms: RunningCms, { isThorough = false } = {}): Promise<City> {
  const { strapi } = cms;
  // Thousands of calls follow, and a line for each would take longer than some of them.
  strapi.log.level = 'error';
  const site = await create(strapi, 'api::site.site', { title: '市政府', shortName: '市', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const otherSite = await create(strapi, 'api::site.site', { title: '区政府', shortName: '区', domain: 'b.gov.cn', siteCode: '1234567891', sponsor: '办' });
  const agency = await create(strapi, 'api::agency.agency', { title: '住建局', code: 'zjj', site });
  const other = await create(strapi, 'api::agency.agency', { title: '交通局', code: 'jtj', site });
  const columnOf = (title: string, slug: string, of: string) => create(strapi, 'api::column.column', { title, slug, site: of, columnType: 'news', description: title, keywords: title });
  const [column, otherColumn] = [await columnOf('要闻', 'yaowen', site), await columnOf('动态', 'dongtai', site)];
  await columnOf('区里要闻', 'quli', otherSite);

  const insider = await join(cms, 'insider', 'author', 'zjj');
  const callers = new Map<string, Session>();
  for (const role of ['author', 'reviewer', 'signer', 'case-handler']) callers.set(role, (await join(cms, role, role, 'jtj')).session);
  callers.set('author of no agency', (await join(cms, 'nobody', 'author')).session);
  const inColumn = await join(cms, 'in-column', 'author');
  await grantTo(strapi, inColumn.id, 'author', { agency, columns: [otherColumn] });
  callers.set('author granted another column', inColumn.session);
  for (const role of ['site-administrator', 'auditor']) {
    const { id, session } = await join(cms, `${role}-of-site`, role);
    await grantTo(strapi, id, role, { site: otherSite });
    callers.set(`${role} granted another site`, session);
  }

  const file: PlantedFile = await upload(insider.session, SECRET);
  const planted: Planted[] = [];
  for (const schema of listTypes(strapi)) planted.push(await plant(strapi, schema, { agency, column }, file));
  // What review keeps beside a document is as secret: a remark, a version.
  // Planting takes long enough for kept connections to be closed under the next call.
  await fetch(`${cms.address}/_health`).catch(() => undefined);
  for (const { uid, secret } of isThorough ? planted : planted.filter(({ uid: type }) => type === 'api::article.article')) {
    const path = `/review/documents/${uid}/${secret}`;
    await insider.session.call('PUT', `/content-manager/collection-types/${uid}/${secret}`, { title: SECRET });
    await insider.session.call('POST', `${path}/remarks`, { locale: 'zh-Hans', text: SECRET });
    const versions = strapi.plugin('review').service('versions') as unknown as { keep(of: object): Promise<unknown> };
    await versions.keep({ uid, documentId: secret, locale: 'zh-Hans', cause: 'saved', by: insider.id });
  }
  return { agency, other, site, otherSite, column, otherColumn, insider: insider.session, insiderId: insider.id, callers, planted };
}

/** Answers as they are, to be searched. */
export async function ask(cms: RunningCms, session: Session, { method, path, body, headers = {} }: { method: string; path: string; body?: unknown; headers?: Record<string, string> }): Promise<{ status: number; text: string }> {
  const isFile = path.startsWith('/uploads/');
  // Transfers wait for a socket that a plain call does not open.
  const timer = new Promise<{ status: number; body: string }>((resolve) => setTimeout(() => resolve({ status: 599, body: 'no answer' }), 10_000).unref());
  const answer = isFile
    ? await fetch(`${cms.address}${path}`, { headers: { cookie: session.cookies } }).then(async (response) => ({ status: response.status, body: await response.text() }))
    : await Promise.race([session.call(method, path, body, headers), timer]);
  return { status: answer.status, text: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body) };
}
