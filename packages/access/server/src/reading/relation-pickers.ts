import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { placementOf } from '../grants/area-condition.ts';
import type { Ability } from '../writer.ts';
import { checkersOf, targetsFor } from './guard-answers.ts';
import { findColumnsWithin, type Offered } from './reachable-columns.ts';

type Row = Record<string, unknown> & { id: number; documentId: string; publishedAt: string | null };
interface Page {
  results: Row[];
  pagination: object;
}
interface Context {
  state: { userAbility: Ability };
  params: { model: string; targetField: string };
  request: { query: Record<string, unknown> };
  body?: Page;
}
interface Asked {
  entryId: number | null;
  locale?: string;
  status?: string;
  fieldsToSelect: string[];
  mainField: string;
  targetField: string;
  source: { schema: { uid: string } };
  target: { schema: { uid: string }; isLocalized: boolean };
}
interface Relations {
  extractAndValidateRequestInfo(context: Context, id: unknown): Promise<Asked>;
  findAvailable(context: Context): Promise<void>;
  findExisting(context: Context): Promise<void>;
}

/**
 * Shows in relation fields what an editor may point to: drafts of the own agency, and of others what is published, by
 * its published title; of columns those they may put the document in. Strapi lists drafts only, and would show what
 * others have not published yet.
 */
export function guardRelationPickers(strapi: Core.Strapi): void {
  (strapi.get('controllers') as { extend(uid: string, change: (controller: Relations) => Relations): void }).extend('plugin::content-manager.relations', (relations) => ({
    ...relations,
    async extractAndValidateRequestInfo(context, id) {
      const asked = await relations.extractAndValidateRequestInfo.call(this, context, id);
      // Strapi answers a field that may not be read with 403 and then goes on into an error of its own.
      if (!asked) throw new errors.ForbiddenError();
      return asked;
    },
    async findAvailable(context) {
      const base = isLimited(strapi, context) ? pointable : await findColumnsWithin(strapi, { ...context.params, ability: context.state.userAbility, locale: context.request.query.locale });
      if (!base) return relations.findAvailable.call(this, context);
      context.body = await findPage(strapi, context, await this.extractAndValidateRequestInfo(context, context.request.query.id), base);
    },
    async findExisting(context) {
      await relations.findExisting.call(this, context);
      if (context.body?.results && isLimited(strapi, context)) context.body = await showExisting(strapi, context, context.body);
    },
  }));
}

function targetOf(strapi: Core.Strapi, { params }: Context): string | undefined {
  const source = strapi.getModel(params.model as never) as unknown as { attributes: Record<string, { target?: string }> } | undefined;
  return source?.attributes[params.targetField]?.target;
}

/** Whether the person may read some documents of the target's type and not others. */
function isLimited(strapi: Core.Strapi, context: Context): boolean {
  const uid = targetOf(strapi, context);
  if (!uid || placementOf(strapi.contentTypes[uid as never] as never) !== 'document') return false;
  return checkersOf(strapi).create({ userAbility: context.state.userAbility, model: uid }).requiresEntity.read();
}

const IS_PUBLISHED = { publishedAt: { $notNull: true } };
const listIds = (value: unknown) => [value ?? []].flat().map(Number).filter(Number.isInteger);

async function documentIdsOf(strapi: Core.Strapi, uid: string, ids: number[]): Promise<string[]> {
  const rows = ids.length === 0 ? [] : ((await strapi.db.query(uid as never).findMany({ where: { id: { $in: ids } }, select: ['documentId'] } as never)) as unknown as Row[]);
  return rows.map(({ documentId }) => documentId);
}

/** What the document points to already, unless the form has taken it out. */
async function listRelated(strapi: Core.Strapi, { entryId, source, targetField }: Asked, included: string[]): Promise<string[]> {
  if (entryId === null) return [];
  const loaded = (await strapi.db.query(source.schema.uid as never).load({ id: entryId } as never, targetField as never, { select: ['documentId'] } as never)) as unknown as Row | Row[] | null;
  return [loaded ?? []].flat().map(({ documentId }) => documentId).filter((documentId) => !included.includes(documentId));
}

/** Own documents as they are, and of others what is published. */
const pointable: Offered = (strapi, uid, seen) => {
  // By identity: what is published of a document may say less of whose it is than its draft.
  const ownIds = strapi.db.queryBuilder(uid as never).where(seen as never).select('documentId').getKnexQuery();
  return { $or: [seen, { $and: [IS_PUBLISHED, { path: { $notNull: true } }, { documentId: { $notIn: ownIds } }] }] };
};

async function findPage(strapi: Core.Strapi, context: Context, asked: Asked, offered: Offered): Promise<Page> {
  const uid = asked.target.schema.uid;
  const { query } = context.request;
  const checker = checkersOf(strapi).create({ userAbility: context.state.userAbility, model: uid });
  const { filters: own = {} } = (await checker.sanitizedQuery.read!({})) as { filters?: object };
  const included = await documentIdsOf(strapi, uid, listIds(query.idsToInclude));
  const left = [...(await documentIdsOf(strapi, uid, listIds(query.idsToOmit))), ...(await listRelated(strapi, asked, included))];
  const search = typeof query._q === 'string' && query._q !== '' ? [{ [asked.mainField]: { [query._filter === '$startsWithi' ? '$startsWithi' : '$containsi']: query._q } }] : [];
  const seen = { $and: [asked.status === 'published' ? IS_PUBLISHED : { publishedAt: { $null: true } }, own] };
  const where = {
    $and: [
      offered(strapi, uid, seen),
      ...(asked.target.isLocalized && asked.locale ? [{ locale: asked.locale }] : []),
      ...(left.length > 0 ? [{ documentId: { $notIn: left } }] : []),
      ...search,
    ],
  };
  const page = (await strapi.db.query(uid as never).findPage({
    where,
    select: [...new Set(['id', ...asked.fieldsToSelect])],
    orderBy: { [asked.mainField]: 'asc' },
    page: Math.max(1, Number(query.page ?? 1) || 1),
    pageSize: Math.min(100, Math.max(1, Number(query.pageSize ?? 10) || 10)),
  } as never)) as unknown as Page;
  return { ...page, results: await addStatus(strapi, uid, page.results) };
}

/** Says of drafts whether they are published, too; another agency's document is what is published of it. */
async function addStatus(strapi: Core.Strapi, uid: string, rows: Row[]): Promise<Row[]> {
  const published = (await strapi.db.query(uid as never).findMany({
    where: { documentId: { $in: rows.map(({ documentId }) => documentId) }, publishedAt: { $notNull: true } },
    select: ['documentId', 'locale', 'updatedAt'],
  } as never)) as unknown as Row[];
  return rows.map((row) => {
    const live = published.find(({ documentId, locale }) => documentId === row.documentId && (row.locale === undefined || locale === row.locale));
    const isSame = row.publishedAt !== null || (live && new Date(String(live.updatedAt)) >= new Date(String(row.updatedAt)));
    return { ...row, status: !live ? 'draft' : isSame ? 'published' : 'modified' };
  });
}

async function showExisting(strapi: Core.Strapi, context: Context, body: Page): Promise<Page> {
  const uid = targetOf(strapi, context)!;
  const targets = targetsFor(strapi, context.state.userAbility);
  const results = await Promise.all(
    body.results.map(async (row) => {
      const found = await targets.find(uid, row.documentId);
      if (found?.isOwn) return row;
      return { ...((await targets.show(uid, row)) as Row), publishedAt: row.publishedAt, ...(found ? { status: 'published' } : {}) };
    }),
  );
  return { ...body, results };
}
