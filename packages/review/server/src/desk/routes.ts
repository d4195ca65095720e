import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { loadNames } from '../editions/actor.ts';
import { type DocumentKey, labelOf } from '../editions/document.ts';
import type { Context } from '../editions/may-read.ts';
import { readEdition } from '../editions/edition.ts';
import { reviewOf } from '../review.ts';
import { readPlan } from '../schedule/plans.ts';
import { onConnection, type Row, type Sql } from '../store/connection.ts';
import { type Desk, deskOf, isList, type ListName, LISTS, queryList } from './lists.ts';

/** Rows of a page. */
const SIZE = 20;

/** One document on a list of the desk. */
export interface DeskRow extends DocumentKey {
  /** What editors call the type. */
  type: string;
  title: string;
  state: string;
  /** Name of the current stage. */
  stage: string | null;
  holder: string | null;
  dueAt: string | null;
  isOverdue: boolean;
  /** What is planned, and for when. */
  plan: { kind: 'publish' | 'withdraw'; at: string } | null;
  changedAt: string | null;
  returned: { by: string | null; at: string; text: string } | null;
  publishedAt: string | null;
  /** When visitors saw it, as the publisher reported: for “已上线 14:03:22”. */
  liveAt: string | null;
  /** `isOwn`: published by the reader, so that somebody else has to stand by it. */
  forced: { by: string; isOwn: boolean; reason: string } | null;
}

/** The desk 我的工作台: how much is on each list, and what. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async counts(context: Context) {
    const desk = await open(strapi, context);
    context.body = { data: await onConnection(strapi, (sql) => countAll(sql, desk)) };
  },

  async list(context: Context) {
    const { list } = context.params;
    if (!isList(list)) throw new errors.NotFoundError('没有这个列表');
    const desk = await open(strapi, context);
    const page = Math.max(1, Math.min(10_000, Math.trunc(Number(context.query.page)) || 1));
    const { total, rows } = await onConnection(strapi, (sql) => readPage(sql, list, desk, page));
    context.body = {
      data: { rows: await describe(strapi, list, rows, desk), page, pages: Math.ceil(total / SIZE), total },
    };
  },
});

async function countAll(sql: Sql, desk: Desk): Promise<Record<ListName, number>> {
  const counts: [ListName, number][] = [];
  for (const list of LISTS) counts.push([list, await countRows(queryList(sql, list, desk))]);
  return Object.fromEntries(counts) as Record<ListName, number>;
}

async function readPage(sql: Sql, list: ListName, desk: Desk, page: number): Promise<{ total: number; rows: Row[] }> {
  const total = await countRows(queryList(sql, list, desk));
  const query = queryList(sql, list, desk);
  for (const [column, direction] of ORDERS[list]) query.orderBy(column, direction);
  return {
    total,
    rows: await query
      .limit(SIZE)
      .offset((page - 1) * SIZE)
      .select('*'),
  };
}

const NEWEST = [
  ['edition.changed_at', 'desc'],
  ['edition.id', 'desc'],
] as const;
const URGENT = [
  ['edition.due_at', 'asc'],
  ['edition.id', 'asc'],
] as const;
const ORDERS: Record<ListName, readonly (readonly [string, 'asc' | 'desc'])[]> = {
  mine: NEWEST,
  waiting: URGENT,
  returned: NEWEST,
  scheduled: [
    ['plan.at', 'asc'],
    ['plan.id', 'asc'],
  ],
  overdue: URGENT,
  'published-today': [
    ['edition.closed_at', 'desc'],
    ['edition.id', 'desc'],
  ],
  forced: [
    ['edition.closed_at', 'asc'],
    ['edition.id', 'asc'],
  ],
};

async function open(strapi: Core.Strapi, context: Context): Promise<Desk> {
  const desk = await deskOf(reviewOf(strapi), context.state.user.id);
  if (!desk) throw new errors.ForbiddenError();
  return desk;
}

async function countRows(query: ReturnType<typeof queryList>): Promise<number> {
  const row = (await query.count({ count: '*' }).first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}

async function describe(strapi: Core.Strapi, list: ListName, rows: readonly Row[], desk: Desk): Promise<DeskRow[]> {
  if (list === 'scheduled') return rows.map((row) => describePlan(strapi, row));
  const editions = rows.map(readEdition);
  const names = await loadNames(
    strapi,
    editions.flatMap(({ holder, returned, forced }) => [holder, returned?.by ?? null, forced?.by ?? null]),
  );
  const nameOf = (id: number | null | undefined) => (id ? (names.get(id) ?? null) : null);
  const described: DeskRow[] = [];
  for (const edition of editions) {
    const { document, title, state, stages, stage, holder, dueAt, publishAt, returned, forced } = edition;
    described.push({
      ...document,
      type: labelOf(strapi, document.uid),
      title,
      state,
      dueAt,
      stage: state === 'reviewing' ? (stages[stage]?.name ?? null) : null,
      holder: nameOf(holder),
      isOverdue: state === 'reviewing' && dueAt !== null && dueAt < desk.now.toISOString(),
      plan: publishAt && state !== 'published' ? { kind: 'publish', at: publishAt } : null,
      changedAt: edition.changedAt,
      returned: returned && { by: nameOf(returned.by), at: returned.at, text: returned.text },
      publishedAt: state === 'published' ? edition.closedAt : null,
      liveAt: list === 'published-today' ? await findLiveAt(strapi, document) : null,
      forced: forced && { by: nameOf(forced.by) ?? '一位同事', isOwn: forced.by === desk.actor.id, reason: forced.reason },
    });
  }
  return described;
}

function describePlan(strapi: Core.Strapi, row: Row): DeskRow {
  const { document, title, kind, at } = readPlan(row);
  return {
    ...document,
    type: labelOf(strapi, document.uid),
    title,
    state: 'scheduled',
    plan: { kind, at },
    stage: null,
    holder: null,
    dueAt: null,
    isOverdue: false,
    changedAt: null,
    returned: null,
    publishedAt: null,
    liveAt: null,
    forced: null,
  };
}

interface Feed {
  typeOf(uid: string): { name: string } | undefined;
  documentState(document: {
    type: string;
    documentId: string;
    locale: string;
  }): Promise<{ state: string; liveAt?: string }>;
}

async function findLiveAt(strapi: Core.Strapi, { uid, documentId, locale }: DocumentKey): Promise<string | null> {
  const feed = strapi.plugin('feed').service('feed') as unknown as Feed;
  const type = feed.typeOf(uid);
  if (!type) return null;
  const state = await feed.documentState({ type: type.name, documentId, locale });
  return state.state === 'live' ? (state.liveAt ?? null) : null;
}

const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const DESK_ROUTES = [
  { method: 'GET', path: '/desk/counts', handler: 'desk.counts', config },
  { method: 'GET', path: '/desk/:list', handler: 'desk.list', config },
];
