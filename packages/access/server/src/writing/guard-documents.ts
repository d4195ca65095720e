import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { placementOf } from '../grants/area-condition.ts';
import { findWriter } from '../writer.ts';
import { placeDocument } from './place-document.ts';
import { rightsOf, type Verb } from './rights.ts';
import { loadVersions, type StoredVersion } from './versions.ts';

/** The right each action of the document service takes. */
const VERBS: Record<string, Verb> = { create: 'create', clone: 'create', update: 'update', publish: 'publish', unpublish: 'publish', discardDraft: 'update', delete: 'delete' };

interface Params {
  documentId?: string;
  locale?: unknown;
  data?: Record<string, unknown>;
}

/** The versions an action is about: those it changes, or those a new language is made from. */
export function pickTouched(action: string, versions: readonly StoredVersion[], locale: unknown): StoredVersion[] {
  const inLocale = (list: readonly StoredVersion[]) => (typeof locale === 'string' && locale !== '*' ? list.filter((version) => version.locale === locale || version.locale === null) : [...list]);
  const isPublished = ({ publishedAt }: StoredVersion) => publishedAt !== null;
  const drafts = versions.filter((version) => !isPublished(version));
  if (action === 'delete') return inLocale(versions);
  if (action === 'unpublish') return inLocale(versions.filter(isPublished));
  if (action === 'clone') return drafts;
  const own = inLocale(drafts);
  // Saving in a language there is not yet makes a version of somebody's document.
  return own.length > 0 ? own : [...versions];
}

/**
 * Keeps people within what they may do: with a document that exists, by whose it is in every version the action is
 * about; with a new one, by where it is put. Strapi checks in its routes only, forgets the document where a new language
 * is made, and asks for nothing when a document is created. Here every writer passes. Messages are sent as 400: Strapi
 * swallows the text of a 403.
 *
 * @throws {errors.ApplicationError} When the document belongs to somebody else.
 */
export function guardDocuments(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const verb = VERBS[action];
    const writer = findWriter(strapi);
    if (!verb || !writer || !uid.startsWith('api::')) return next();
    const may = rightsOf(strapi, writer, uid);
    // What plugins write into the frame for somebody without a right to it, such as a redirect, is the plugin's to allow.
    if (placementOf(context.contentType as never) !== 'document' && !may(verb)) return next();

    const { documentId, locale, data } = context.params as Params;
    const versions = documentId === undefined ? [] : await loadVersions(strapi, uid, { documentId });
    const refused = pickTouched(action, versions, locale).some((version) => !may(verb, version));
    if (refused) throw new errors.ApplicationError('这篇内容不属于您的机构，也不在给您授权的范围里。');
    if (data && ['create', 'clone', 'update'].includes(action)) {
      await placeDocument(strapi, { uid, writer, data, locale: typeof locale === 'string' ? locale : 'zh-Hans', action, versions, may });
    }
    return next();
  });
}
