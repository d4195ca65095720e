import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { endPresence, keepPresence, listPresence, type OpenForm } from './presence';
import { findTargets } from './targets';
import { findVersion, isLocalised, nameOf, type Person } from './version';

interface Context {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user: { id: number }; userAbility: unknown };
  body?: unknown;
}
interface Checker {
  cannot: { read(document?: unknown): boolean };
  sanitizedQuery: { read(query: object): Promise<object> };
}

const signSchema = z.strictObject({ session: z.uuid(), locale: z.string().max(16), leaving: z.boolean().optional() });

/**
 * `POST /writing/:uid/:documentId`: a form gives a sign of life and hears who else is there and what is stored.
 * `GET /writing/targets`: what a link may lead to.
 */
export function addWritingRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/writing',
    routes: [
      {
        method: 'GET',
        path: '/targets',
        handler: (context: Context) => answerTargets(strapi, context),
        config: { policies: ['admin::isAuthenticatedAdmin'] },
        info: { type: 'admin' },
      },
      {
        method: 'POST',
        path: '/:uid/:documentId',
        handler: (context: Context) => answerSign(strapi, context),
        config: { policies: ['admin::isAuthenticatedAdmin'] },
        info: { type: 'admin' },
      },
    ],
  } as never);
}

async function answerTargets(strapi: Core.Strapi, context: Context): Promise<void> {
  const { words, ref } = context.query;
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : undefined);
  context.body = { data: await findTargets(strapi, { words: text(words), ref: text(ref) }) };
}

async function answerSign(strapi: Core.Strapi, context: Context): Promise<void> {
  const { uid = '', documentId = '' } = context.params;
  const sign = signSchema.safeParse(context.request.body);
  if (!sign.success) throw new errors.ValidationError('编辑状态没有报上来：请求的格式不对。请刷新页面。');
  const { session, locale, leaving } = sign.data;
  const userId = context.state.user.id;
  if (leaving) {
    await endPresence(strapi, session, userId);
    context.body = { data: { others: [] } };
    return;
  }
  const form = { uid, documentId, locale };
  await assertMayRead(strapi, context, form);
  const now = new Date();
  await keepPresence(strapi, form, { session, userId, now });
  context.body = { data: await describe(strapi, form, { session, userId, now }) };
}

async function describe(strapi: Core.Strapi, form: OpenForm, { session, userId, now }: { session: string; userId: number; now: Date }) {
  const present = await listPresence(strapi, form, { session, now });
  const people = (await strapi.db.query('admin::user').findMany({ where: { id: { $in: present.map((other) => other.userId) } } })) as Person[];
  const version = await findVersion(strapi, form);
  return {
    others: present.map((other) => ({
      name: nameOf(people.find(({ id }) => id === other.userId)),
      isMe: other.userId === userId,
      since: other.since,
    })),
    ...(version ? { version: { updatedAt: version.updatedAt, name: nameOf(version.by), isMine: version.by?.id === userId } } : {}),
  };
}

/** Asks the content manager's own checker, so that conditions such as “own agency only” hold here too. */
async function assertMayRead(strapi: Core.Strapi, context: Context, { uid, documentId, locale }: OpenForm): Promise<void> {
  if (!uid.startsWith('api::') || !strapi.getModel(uid as never)) throw new errors.NotFoundError();
  const manager = strapi.plugin('content-manager');
  const checker = (manager.service('permission-checker') as unknown as { create(of: object): Checker }).create({
    userAbility: context.state.userAbility,
    model: uid,
  });
  if (checker.cannot.read()) throw new errors.ForbiddenError();
  const populate = await (manager.service('populate-builder') as unknown as PopulateBuilder)(uid)
    .populateFromQuery(await checker.sanitizedQuery.read({}))
    .build();
  const found = await strapi.documents(uid as never).findOne({ documentId, populate, ...(isLocalised(strapi, uid) ? { locale } : {}) } as never);
  if (!found) throw new errors.NotFoundError();
  if (checker.cannot.read(found)) throw new errors.ForbiddenError();
}

type PopulateBuilder = (uid: string) => { populateFromQuery(query: object): { build(): Promise<object> } };
