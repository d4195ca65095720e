import type { Core } from '@strapi/strapi';

import { insertDocuments } from '../document-rows';
import type { Mapping } from '../mapping';
import type { Feed } from '../write-batch';
import { ADDRESSES } from './address-book';
import { checkRedirect, type KnownAddresses } from './check-redirect';
import { decodePath } from './old-address';

type Sql = Core.Strapi['db']['connection'];
const REDIRECT = 'api::redirect.redirect';
const SITE = 'api::site.site';
const BATCH = 200;

interface OldPage {
  digest: string;
  address: string;
  path: string;
}

/** A redirect that was not made, and why. */
export interface RefusedRedirect {
  address: string;
  path: string;
  reason: string;
}

export interface RedirectReport {
  made: number;
  refused: RefusedRedirect[];
}

/**
 * Makes the redirects from the old addresses of one type's published documents to their new ones. One that was made is
 * remembered and never made again, even when an editor has deleted it since.
 *
 * @throws {Error} When the CMS holds several sites and the mapping names none.
 */
export async function makeRedirects(strapi: Core.Strapi, { mapping, now }: { mapping: Mapping; now: Date }): Promise<RedirectReport> {
  const report: RedirectReport = { made: 0, refused: [] };
  const pages = await findPages(strapi, mapping.type);
  if (!pages.length) return report;
  const site = await findSite(strapi, mapping.oldSite.site);
  const rows = (await strapi.db.connection('redirects').select('from', 'to')) as { from: string; to: string }[];
  const redirects = new Map(rows.map(({ from, to }) => [from, to]));
  for (let from = 0; from < pages.length; from += BATCH) {
    await strapi.db.transaction(async ({ trx }) => {
      const sql = trx as unknown as Sql;
      const part = pages.slice(from, from + BATCH);
      const fresh = await checkAll(sql, part, redirects, report);
      if (fresh.length) await insertRedirects(strapi, sql, fresh, { site, now });
      report.made += fresh.length;
    });
  }
  return report;
}

/** Published documents with an old address that has no redirect yet. */
async function findPages(strapi: Core.Strapi, type: string): Promise<OldPage[]> {
  const { tableName } = strapi.db.metadata.get(`api::${type}.${type}`) as unknown as { tableName: string };
  return (await strapi.db
    .connection(`${ADDRESSES} as old`)
    .join(`${tableName} as document`, 'document.document_id', 'old.document_id')
    .where('old.type', type)
    .whereNull('old.redirect_id')
    .whereNotNull('document.published_at')
    .whereNotNull('document.path')
    .where((only) => void only.whereNull('document.locale').orWhere('document.locale', 'zh-Hans'))
    .orderBy('old.address')
    .select('old.address_digest as digest', 'old.address', 'document.path')) as OldPage[];
}

async function findSite(strapi: Core.Strapi, where: Record<string, string> | undefined): Promise<{ draft: number[]; published: number[] }> {
  const rows = (await strapi.db.query(SITE).findMany({ where: where ?? {}, select: ['id', 'documentId', 'publishedAt'] })) as { id: number; documentId: string; publishedAt: unknown }[];
  const sites = new Set(rows.map(({ documentId }) => documentId));
  if (!sites.size) throw new Error('没有找到跳转所属的站点，请先在后台建好站点，或检查映射里的 oldSite.site。');
  if (sites.size > 1) throw new Error('后台有几个站点，请在映射里用 oldSite.site 说明跳转属于哪一个，例如 { "domain": "www.wangchuan.example" }。');
  const idsOf = (isPublished: boolean) => rows.filter(({ publishedAt }) => Boolean(publishedAt) === isPublished).map(({ id }) => id);
  return { draft: idsOf(false), published: idsOf(true) };
}

type Fresh = OldPage & { from: string };

async function checkAll(sql: Sql, pages: readonly OldPage[], redirects: Map<string, string>, report: RedirectReport): Promise<Fresh[]> {
  const fresh: Fresh[] = [];
  const taken = new Set((await sql('feed_addresses').whereIn('path', pages.map(({ address }) => decodePath(address))).pluck('path')) as string[]);
  const known: KnownAddresses = { isPage: (path) => taken.has(path), redirectOf: (path) => redirects.get(path) };
  for (const page of pages) {
    const check = checkRedirect(page.address, page.path, known);
    if (check.kind === 'refused') report.refused.push({ address: page.address, path: page.path, reason: check.reason });
    if (check.kind !== 'new') continue;
    redirects.set(check.from, page.path);
    fresh.push({ ...page, from: check.from });
  }
  return fresh;
}

async function insertRedirects(strapi: Core.Strapi, sql: Sql, pages: readonly Fresh[], { site, now }: { site: { draft: number[]; published: number[] }; now: Date }): Promise<void> {
  const documents = pages.map(({ from, path }) => ({ data: { from, to: path, note: '导入旧网站时自动建立' }, relations: { site } }));
  const written = await insertDocuments(strapi, sql, REDIRECT, documents, { publish: true, now, locale: null });
  const feed = strapi.plugin('feed').service('feed') as unknown as Feed;
  await feed.adopt(REDIRECT, written.map(({ documentId }) => documentId));
  for (const [index, { digest }] of pages.entries()) await sql(ADDRESSES).where({ address_digest: digest }).update({ redirect_id: written[index]!.documentId });
}
