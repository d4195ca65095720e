import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { listColleagues } from './colleagues.ts';
import type { Colleague } from './remark.ts';

/** The parts of Koa's context used here. */
export interface Context {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user: { id: number }; userAbility: unknown };
  body?: unknown;
}

export interface Identity {
  uid: string;
  documentId: string;
  locale: string;
}

/** A document somebody may read, and those who work on it. */
export interface ReachedDocument {
  identity: Identity;
  title: string;
  colleagues: Colleague[];
  /** The reader, when they are one of them. */
  me?: Colleague;
}

interface Checker {
  cannot: { read(document?: unknown): boolean };
  sanitizedQuery: { read(query: object): Promise<object> };
}
type PopulateBuilder = (uid: string) => { populateFromQuery(query: object): { build(): Promise<object> } };
interface Found {
  title?: string;
  agency?: { documentId: string } | null;
}

/**
 * Finds the document of a request for its reader. Asks the content manager's own checker, so that conditions such as
 * “own agency only” hold here too.
 * @throws {errors.NotFoundError} When there is none of that type, id and language.
 * @throws {errors.ForbiddenError} When the reader may not read it.
 */
export async function reachDocument(strapi: Core.Strapi, context: Context, wantedLocale?: string): Promise<ReachedDocument> {
  const { uid = '', documentId = '' } = context.params;
  const model = strapi.contentTypes[uid as never] as { pluginOptions?: { i18n?: { localized?: boolean } }; attributes: object } | undefined;
  if (!uid.startsWith('api::') || !model) throw new errors.NotFoundError();
  const isLocalised = model.pluginOptions?.i18n?.localized ?? false;
  const locale = isLocalised ? String(wantedLocale || context.query.locale || DEFAULT_LOCALE) : DEFAULT_LOCALE;
  await assertMayRead(strapi, context, { uid, documentId, ...(isLocalised ? { locale } : {}) });

  const draft = (await strapi.db.query(uid as never).findOne({
    where: { documentId, publishedAt: null, ...(isLocalised ? { locale } : {}) },
    populate: 'agency' in model.attributes ? { agency: { select: ['documentId'] } } : [],
  } as never)) as Found | null;
  const colleagues = await listColleagues(strapi, draft?.agency?.documentId);
  const me = colleagues.find(({ id }) => id === context.state.user.id);
  return { identity: { uid, documentId, locale }, title: draft?.title || '（没有标题）', colleagues, ...(me ? { me } : {}) };
}

/**
 * Asks the content manager's own checker, so that conditions such as “own agency only” hold here too.
 * @throws {errors.NotFoundError}
 * @throws {errors.ForbiddenError}
 */
export async function assertMayRead(strapi: Core.Strapi, context: Context, { uid, ...which }: { uid: string; documentId: string; locale?: string }): Promise<void> {
  const manager = strapi.plugin('content-manager');
  const checker = (manager.service('permission-checker') as unknown as { create(of: object): Checker }).create({
    userAbility: context.state.userAbility,
    model: uid,
  });
  if (checker.cannot.read()) throw new errors.ForbiddenError();
  const populate = await (manager.service('populate-builder') as unknown as PopulateBuilder)(uid)
    .populateFromQuery(await checker.sanitizedQuery.read({}))
    .build();
  const found = await strapi.documents(uid as never).findOne({ ...which, populate } as never);
  if (!found) throw new errors.NotFoundError();
  if (checker.cannot.read(found)) throw new errors.ForbiddenError();
}
