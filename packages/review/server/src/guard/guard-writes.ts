import { errors } from '@strapi/utils';

import { type DocumentKey, isLocalised, isReviewed, keyOf } from '../editions/document.ts';
import { findAllOpen } from '../editions/edition-store.ts';
import type { Review } from '../review.ts';
import { inTransaction, type Sql } from '../store/connection.ts';
import { isOpenFor, running } from './running.ts';

interface Params {
  documentId?: string;
  status?: string;
  locale?: string | string[];
  data?: Record<string, unknown>;
}

const REFUSALS = {
  publish: '这类内容要审核通过才能发布，不能直接发布。请打开这篇内容，用右侧“审核”里的“送审”。',
  unpublish: '这类内容不能直接撤下。请打开这篇内容，用右侧“审核”里的“撤下”，写明给公众看的原因。',
  delete: '这篇内容正在门户上，不能直接删除。请先用右侧“审核”里的“撤下”。',
  deleteOpen: '这篇内容正在审核或等着定时发布，不能删除。请先撤回。',
  discard: '这篇内容正在审核或等着定时发布，不能放弃修改。请先撤回。',
};
/** What is told to the public of a publication is set by the moves alone. */
const SET_BY_MOVES = ['changeNotes', 'withdrawalReason'];

/**
 * Keeps documents of reviewed types from going live, or away, by any way but a move of this plugin or a program of
 * the installation: whichever screen, bulk action, API or token asks, and whoever it is.
 *
 * @throws {errors.ApplicationError} Saying in Chinese what to do instead.
 */
export function guardWrites(review: Review): void {
  review.strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    if (!isReviewed(review.strapi, uid)) return next();
    const params = context.params as Params;
    if (running()?.kind === 'program') return next();
    if (params.data && ['create', 'update', 'clone'].includes(action)) params.data = withoutSet(params.data);
    if (params.status === 'published' && ['create', 'update', 'clone'].includes(action)) refuse('publish');
    if (action === 'publish' && !areOpen(review, uid, params)) refuse('publish');
    if (action === 'unpublish' && !areOpen(review, uid, params)) refuse('unpublish');
    if (action === 'delete') await inTransaction(review.strapi, (sql) => refuseDelete(review, sql, uid, params));
    if (action === 'discardDraft' && !areOpen(review, uid, params))
      await inTransaction(review.strapi, (sql) => refuseDiscard(review, sql, uid, params));
    return next();
  });
}

function refuse(reason: keyof typeof REFUSALS): never {
  throw new errors.ApplicationError(REFUSALS[reason]);
}

const withoutSet = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !SET_BY_MOVES.includes(name)));

/** A call for several languages at once is never a move's. */
function areOpen({ strapi }: Review, uid: string, { documentId, locale }: Params): boolean {
  if (!documentId || Array.isArray(locale) || locale === '*') return false;
  return isOpenFor(keyOf(strapi, uid, documentId, locale));
}

async function refuseDelete(review: Review, sql: Sql, uid: string, params: Params): Promise<void> {
  const { documentId } = params;
  const where = { documentId, publishedAt: { $notNull: true }, ...localesOf(review, uid, params) };
  if ((await review.strapi.db.query(uid as never).count({ where } as never)) > 0) refuse('delete');
  if (await isUnderWay(review, sql, uid, params)) refuse('deleteOpen');
}

async function refuseDiscard(review: Review, sql: Sql, uid: string, params: Params): Promise<void> {
  if (await isUnderWay(review, sql, uid, params)) refuse('discard');
}

async function isUnderWay(review: Review, sql: Sql, uid: string, params: Params): Promise<boolean> {
  if (!params.documentId) return false;
  const open = await findAllOpen(sql, uid, params.documentId);
  return open.some(
    ({ state, document }) => ['reviewing', 'scheduled'].includes(state) && means(review, params, document),
  );
}

/** Whether a call means a document's language; the default one unless it is told. */
export function means({ strapi }: Review, { locale }: Params, { uid, documentId, ...document }: DocumentKey): boolean {
  if (locale === '*' || !isLocalised(strapi, uid)) return true;
  if (Array.isArray(locale)) return locale.includes(document.locale);
  return keyOf(strapi, uid, documentId, locale).locale === document.locale;
}

function localesOf({ strapi }: Review, uid: string, { documentId, locale }: Params): object {
  if (locale === '*' || !isLocalised(strapi, uid)) return {};
  return { locale: Array.isArray(locale) ? { $in: locale } : keyOf(strapi, uid, documentId ?? '', locale).locale };
}
