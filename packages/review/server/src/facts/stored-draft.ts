import type { Core } from '@strapi/strapi';

import type { Schema } from '../checks/document.ts';

type Values = Record<string, unknown>;
type Populate = Record<string, object | true>;

const FILE = { select: ['id', 'documentId', 'name', 'mime', 'alternativeText'] };

/** What of a document its checks look at: components and files at every depth, and relations it must have. */
function populateOf(strapi: Core.Strapi, schema: Schema, reads: readonly string[]): Populate {
  return Object.fromEntries(
    Object.entries(schema.attributes).flatMap(([name, attribute]): [string, object | true][] => {
      if (attribute.component) {
        const inner = strapi.getModel(attribute.component as never) as unknown as Schema;
        return [[name, { populate: populateOf(strapi, inner, []) }]];
      }
      if (attribute.type === 'media') return [[name, FILE]];
      const isRead = attribute.type === 'relation' && (attribute.required || reads.includes(name));
      return isRead ? [[name, { select: ['id', 'documentId'] }]] : [];
    }),
  );
}

/** The stored drafts of a document: one, or one for each of the locales that are meant. */
export async function findDrafts(strapi: Core.Strapi, uid: string, where: { documentId: string; locale?: unknown }, reads: readonly string[]): Promise<(Values & { locale?: string })[]> {
  const schema = strapi.getModel(uid as never) as unknown as Schema;
  return (await strapi.db.query(uid as never).findMany({
    where: { ...where, publishedAt: null },
    populate: populateOf(strapi, schema, reads),
  } as never)) as never;
}

/** Which languages a call means, as Strapi understands it: the default one unless it is told. */
export async function localeOf(strapi: Core.Strapi, uid: string, locale: string | string[] | undefined): Promise<{ locale?: string | string[] }> {
  const i18n = strapi.plugin('i18n');
  if (!i18n.service('content-types')!.isLocalizedContentType(strapi.getModel(uid as never)) || locale === '*') return {};
  return { locale: locale ?? (await i18n.service('locales')!.getDefaultLocale()) };
}
