import type { Row, Sql } from '../store/connection.ts';
import { kindOf } from './kinds.ts';

/** A notice as its reader sees it in the admin. */
export interface NoticeView {
  id: number;
  kind: string;
  label: string;
  isUrgent: boolean;
  title: string | null;
  text: string | null;
  /** Path in the admin. */
  link: string | null;
  at: string;
  isRead: boolean;
}

/** One page of somebody's notices. */
export interface NoticePage {
  notices: NoticeView[];
  total: number;
  unread: number;
  page: number;
  pageSize: number;
}

export const NOTICE_PAGE = 20;

/** How many notices somebody has not read. One look into an index: it is asked often. */
export async function countUnread(sql: Sql, userId: number): Promise<number> {
  return countRows(sql('review_notice_readers').where({ user_id: userId }).whereNull('read_at'));
}

/** Somebody's notices, newest first. */
export async function listNotices(sql: Sql, userId: number, { page, unreadOnly }: { page: number; unreadOnly: boolean }): Promise<NoticePage> {
  const mine = () => {
    const query = sql('review_notice_readers').where({ user_id: userId });
    return unreadOnly ? query.whereNull('read_at') : query;
  };
  const ids: { notice_id: unknown; read_at: unknown }[] = await mine()
    .orderBy('notice_id', 'desc')
    .limit(NOTICE_PAGE)
    .offset((page - 1) * NOTICE_PAGE)
    .select('notice_id', 'read_at');
  const read = new Map(ids.map(({ notice_id, read_at }) => [Number(notice_id), read_at !== null]));
  const rows: Row[] = await sql('review_notices').whereIn('id', [...read.keys()]).orderBy('id', 'desc');
  return {
    notices: rows.map((row) => viewOf(row, read.get(Number(row.id)) ?? false)),
    total: await countRows(mine()),
    unread: await countUnread(sql, userId),
    page,
    pageSize: NOTICE_PAGE,
  };
}

/** Marks notices as read, or as unread again; without ids all that were not. */
export async function markRead(sql: Sql, userId: number, { ids, isRead, now }: { ids?: readonly number[] | undefined; isRead: boolean; now: Date }): Promise<void> {
  const mine = sql('review_notice_readers').where({ user_id: userId });
  if (ids) void mine.whereIn('notice_id', ids);
  if (isRead) void mine.whereNull('read_at');
  await mine.update({ read_at: isRead ? now.toISOString() : null });
}

/** Forgets what was told before an instant. */
export async function forgetNotices(sql: Sql, before: Date): Promise<void> {
  const old = () => sql('review_notices').where('at', '<', before.toISOString());
  await sql('review_notice_readers').whereIn('notice_id', old().select('id')).delete();
  await old().delete();
}

async function countRows(query: { count(of: object): { first(): Promise<unknown> } }): Promise<number> {
  const row = (await query.count({ count: '*' }).first()) as { count: unknown } | undefined;
  return Number(row?.count ?? 0);
}

function viewOf({ id, kind, title, text, link, at }: Row, isRead: boolean): NoticeView {
  const { label, urgent } = kindOf(String(kind));
  const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return { id: Number(id), kind: String(kind), label, isUrgent: urgent === true, title: textOf(title), text: textOf(text), link: textOf(link), at: String(at), isRead };
}
