import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Place } from './versions/content.ts';
import { type Field, isLocalised, modelOf } from './versions/shape.ts';

/** The parts of Koa's context used by the plugin's routes. */
export interface Context {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown; headers: Record<string, string | string[] | undefined>; host: string; origin: string };
  state: { user: { id: number; firstname?: string; lastname?: string; username?: string }; userAbility: unknown };
  status: number;
  type: string;
  body: unknown;
  set(name: string, value: string): void;
}

interface Can {
  read(document?: unknown, field?: string): boolean;
  update(document?: unknown, field?: string): boolean;
}
interface Checker {
  cannot: Can;
  can: Can;
  sanitizedQuery: { read(query: object): Promise<object> };
  sanitizeUpdateInput(document: unknown): (data: object) => Promise<Record<string, unknown>>;
}

/** What somebody may do with one document, as the Content Manager itself would decide. */
export interface DocumentRights {
  place: Place;
  mayUpdate: boolean;
  /** Leaves of some fields those they may read; rights on a component are rights on the fields in it. */
  readable(fields: readonly Field[]): Field[];
  /** Leaves of some data what they may write. */
  sanitize(data: object): Promise<Record<string, unknown>>;
}

/**
 * Finds the draft a route names and asks the Content Manager's own checker, so that conditions such as "own agency
 * only" hold here too.
 *
 * @throws {errors.NotFoundError} When there is no such document.
 * @throws {errors.ForbiddenError} When the person may not read it, or not change it where `toChange` is asked.
 */
export async function askForDocument(strapi: Core.Strapi, context: Context, { toChange = false } = {}): Promise<DocumentRights> {
  const { uid = '', documentId = '' } = context.params;
  if (!uid.startsWith('api::') || !modelOf(strapi, uid)) throw new errors.NotFoundError();
  const localised = isLocalised(strapi, uid);
  const locale = localised ? String(context.query.locale || DEFAULT_LOCALE) : DEFAULT_LOCALE;
  const manager = strapi.plugin('content-manager');
  const checker = (manager.service('permission-checker') as unknown as { create(of: object): Checker }).create({ userAbility: context.state.userAbility, model: uid });
  if (checker.cannot.read()) throw new errors.ForbiddenError();
  const populate = await (manager.service('populate-builder') as unknown as PopulateBuilder)(uid).populateFromQuery(await checker.sanitizedQuery.read({})).build();
  const found = await strapi.documents(uid as never).findOne({ documentId, populate, ...(localised ? { locale } : {}) } as never);
  if (!found) throw new errors.NotFoundError();
  if (checker.cannot.read(found)) throw new errors.ForbiddenError();
  const mayUpdate = checker.can.update(found);
  if (toChange && !mayUpdate) throw new errors.ForbiddenError();
  return {
    place: { uid, documentId, locale },
    mayUpdate,
    readable: (fields) => readableFields(fields, (path) => checker.can.read(found, path)),
    sanitize: (data) => checker.sanitizeUpdateInput(found)(data),
  };
}

function readableFields(fields: readonly Field[], mayRead: (path: string) => boolean, above = ''): Field[] {
  return fields.flatMap((field): Field[] => {
    const path = above + field.name;
    if (mayRead(path)) return [field];
    const inner = field.fields ? readableFields(field.fields, mayRead, `${path}.`) : [];
    return inner.length > 0 ? [{ ...field, fields: inner }] : [];
  });
}

type PopulateBuilder = (uid: string) => { populateFromQuery(query: object): { build(): Promise<object> } };
