import type { Core } from '@strapi/strapi';

import type { DemoCity } from './city';
import { documentsOf, emptyLists, factsOf, findPath, listPublished, uidOf } from './documents';
import { ENGLISH_KINDS, readEnglish, type EnglishCity } from './english';
import { fieldsOf, type References } from './fields';
import { linksOf, withoutLinks } from './frame';
import type { Progress } from './progress';

const LOCALE = 'en';

/**
 * Gives documents of the demo city their English versions, once all of them are published in Chinese. Strapi carries
 * neither relations nor texts over to a new version, so every version is written whole.
 */
export async function loadEnglish(strapi: Core.Strapi, city: DemoCity, chinese: References, progress: Progress): Promise<void> {
  const english = readEnglish(city);
  const references: References = { ...chinese, path: (kind, key) => findPath(strapi, kind, chinese.documentId(kind, key), LOCALE) };
  const siteId = references.documentId('site', city.site.siteCode);
  await loadEnglishFrame(strapi, english, references);
  await createEnglishDrafts(strapi, english, references);
  for (const kind of ENGLISH_KINDS) {
    const published = await listPublished(strapi, kind, LOCALE);
    for (const [index, document] of english.documents[kind].entries()) {
      const documentId = references.documentId(kind, document.key);
      if (!published.has(documentId)) await publishVersion(strapi, kind, documentId, { ...(await fieldsOf(kind, document, references)), ...factsOf(kind, document) });
      progress.step(`英文版${strapi.contentType(uidOf(kind) as never).info.displayName}`, index + 1, english.documents[kind].length);
    }
  }
  await publishVersion(strapi, 'site', siteId, await linksOf(english.site, references));
}

/** Site without links, columns and agencies: what documents stand in. */
async function loadEnglishFrame(strapi: Core.Strapi, english: EnglishCity, references: References): Promise<void> {
  const site = references.documentId('site', english.site.siteCode);
  await publishMissing(strapi, 'site', [[site, withoutLinks(english.site)]]);
  // A parent stands before its children.
  await publishMissing(strapi, 'column', english.columns.map(({ parent, ...column }) => [references.documentId('column', column.slug), { ...column, site, ...(parent && { parent: references.documentId('column', parent) }) }]));
  await publishMissing(strapi, 'agency', english.agencies.map((agency) => [references.documentId('agency', agency.code), { ...agency, site }]));
}

/** A draft for every version, so that all of them can point to each other. */
async function createEnglishDrafts(strapi: Core.Strapi, english: EnglishCity, references: References): Promise<void> {
  for (const kind of ENGLISH_KINDS) {
    const rows = await strapi.db.query(uidOf(kind) as never).findMany({ select: ['documentId'], where: { locale: LOCALE, publishedAt: null } });
    const existing = new Set(rows.map(({ documentId }: { documentId: string }) => documentId));
    for (const document of english.documents[kind]) {
      const documentId = references.documentId(kind, document.key);
      const data = { ...emptyLists(strapi, kind), ...factsOf(kind, document) };
      if (!existing.has(documentId)) await documentsOf(strapi, kind).update({ documentId, locale: LOCALE, data });
    }
  }
}

async function publishMissing(strapi: Core.Strapi, kind: string, versions: readonly (readonly [documentId: string, data: object])[]): Promise<void> {
  const published = await listPublished(strapi, kind, LOCALE);
  for (const [documentId, data] of versions) if (!published.has(documentId)) await publishVersion(strapi, kind, documentId, data);
}

async function publishVersion(strapi: Core.Strapi, kind: string, documentId: string, data: object): Promise<void> {
  await documentsOf(strapi, kind).update({ documentId, locale: LOCALE, data });
  await documentsOf(strapi, kind).publish({ documentId, locale: LOCALE });
}
