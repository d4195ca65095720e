import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { FeedConfig } from '../config.ts';
import type { FeedService } from '../service.ts';
import type { Context } from './feed.ts';

interface PermissionChecker {
  cannot: { read(document?: unknown): boolean };
}

/** The admin side: tells editors how far a document they may read has come. */
export const documentsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async state(context: Context) {
    const { uid = '', documentId = '' } = context.params;
    const feed = strapi.plugin('feed').service('feed') as unknown as FeedService;
    const type = feed.typeOf(uid);
    if (!type) throw new errors.NotFoundError();
    const locale = type.localised ? String(context.query.locale || DEFAULT_LOCALE) : DEFAULT_LOCALE;
    await assertMayRead(strapi, context, { uid, documentId, ...(type.localised ? { locale } : {}) });

    const document = { type: type.name, documentId, locale };
    const state = await feed.documentState(document);
    const { portalUrl } = strapi.config.get('plugin::feed') as FeedConfig;
    const url = 'path' in state && state.path && portalUrl ? `${await feed.originOf(document, portalUrl)}${state.path}` : undefined;
    context.body = { data: { ...state, ...(url ? { url } : {}) } };
  },
});

/** Asks the Content Manager's own checker, so that conditions such as "own agency only" hold here too. */
async function assertMayRead(
  strapi: Core.Strapi,
  context: Context,
  document: { uid: string; documentId: string; locale?: string },
): Promise<void> {
  const { uid, ...identity } = document;
  const permissions = strapi.plugin('content-manager').service('permission-checker') as {
    create(of: {
      userAbility: unknown;
      model: string;
    }): PermissionChecker & { sanitizedQuery: { read(query: object): Promise<object> } };
  };
  const checker = permissions.create({ userAbility: context.state.userAbility, model: uid });
  if (checker.cannot.read()) throw new errors.ForbiddenError();
  const populate = await (strapi.plugin('content-manager').service('populate-builder') as unknown as PopulateBuilder)(
    uid,
  )
    .populateFromQuery(await checker.sanitizedQuery.read({}))
    .build();
  const found = await strapi.documents(uid as never).findOne({ ...identity, populate } as never);
  if (!found) throw new errors.NotFoundError();
  if (checker.cannot.read(found)) throw new errors.ForbiddenError();
}

type PopulateBuilder = (uid: string) => { populateFromQuery(query: object): { build(): Promise<object> } };
