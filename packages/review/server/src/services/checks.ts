import type { Core } from '@strapi/strapi';

import type { Check, Finding } from '../checks/check.ts';
import { CHECKS } from '../checks/known-checks.ts';

type Document = Record<string, unknown> & { documentId: string };

/** The publishing checks of an installation. */
export interface Checks {
  /** Adds a check of the app's own; call it while Strapi registers. */
  register(check: Check): void;
  /** Whether documents of a type are checked. */
  has(uid: string): boolean;
  /**
   * Everything that speaks against publishing a document that need not be stored yet.
   * @param document Relations as `{ documentId }`, components as objects.
   */
  find(uid: string, document: Record<string, unknown>, documentId?: string): Promise<Finding[]>;
  /** The same for the stored drafts that a call of `publish` means. */
  findInDrafts(uid: string, which: { documentId?: string; locale?: string | string[] }): Promise<Finding[]>;
}

/** Makes the checks known to this plugin and to whoever registers more. */
export function createChecks(strapi: Core.Strapi): Checks {
  const checks = [...CHECKS];
  const of = (uid: string) => checks.filter(({ type }) => type === uid);
  const find: Checks['find'] = async (uid, document, documentId) => {
    const found: Finding[] = [];
    for (const check of of(uid)) found.push(...(await check.find(document, { strapi, documentId })));
    return found;
  };
  return {
    register: (check) => void checks.push(check),
    has: (uid) => of(uid).length > 0,
    find,
    async findInDrafts(uid, { documentId, locale }) {
      if (!documentId) return [];
      const where = { documentId, publishedAt: null, ...(await localeOf(strapi, uid, locale)) };
      const populate = of(uid).flatMap(({ reads }) => reads);
      const drafts = (await strapi.db.query(uid as never).findMany({ where, populate })) as Document[];
      const found: Finding[] = [];
      for (const draft of drafts) found.push(...(await find(uid, draft, documentId)));
      return found;
    },
  };
}

/** Which languages `publish` means, as Strapi understands it: the default one unless it is told. */
async function localeOf(strapi: Core.Strapi, uid: string, locale: string | string[] | undefined): Promise<object> {
  const i18n = strapi.plugin('i18n');
  if (!i18n.service('content-types')!.isLocalizedContentType(strapi.getModel(uid as never)) || locale === '*')
    return {};
  return { locale: locale ?? (await i18n.service('locales')!.getDefaultLocale()) };
}
