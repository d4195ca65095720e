import type { Core } from '@strapi/strapi';

import type { Sql } from './database.ts';
import { type AuditRow, readRow } from './chain/row.ts';

/** What is looked for. Everything given must hold. */
export interface AuditQuery {
  /** As stored: `user:12`, `program:import`, or a kind alone for all of it: `visitor`. */
  actor?: string | undefined;
  /** An action, or the area of several: `document`. */
  action?: string | undefined;
  /** The documentId of what was done to, or words of its title. */
  subject?: string | undefined;
  from?: string | undefined;
  before?: string | undefined;
  /** Rows below this place in the chain: the page goes on there. */
  below?: number | undefined;
}

export interface AuditPage {
  rows: Omit<AuditRow, 'previous' | 'seal'>[];
  /** Where the next page goes on; nothing on the last one. */
  next: number | null;
}

/** Rows of one page. */
export const PAGE_SIZE = 50;
/** A documentId as Strapi makes them, or a row's number. */
const IDENTITY = /^([a-z0-9]{24}|\d+)$/;

/** The most values a kind of actor or an area of actions is looked up by. */
const MOST_VALUES = 200;

/**
 * Lists rows, newest first. A page goes on below a place in the chain instead of counting rows it skips: the last page
 * of a million rows costs as much as the first.
 */
export async function listRows(strapi: Core.Strapi, query: AuditQuery): Promise<AuditPage> {
  const sql = strapi.db.connection;
  const bounds = await boundsOf(sql, query);
  const [actors, actions] = [await valuesOf(sql, 'actor', query.actor, ':'), await valuesOf(sql, 'action', query.action, '.')];
  if (!bounds || actors?.length === 0 || actions?.length === 0) return { rows: [], next: null };
  const last = Math.min(bounds.last, query.below === undefined ? Infinity : query.below - 1);

  // One look into the index for each value: a condition on a range of them would read the whole table where few match.
  const found: Record<string, unknown>[] = [];
  for (const actor of actors ?? [undefined]) {
    for (const action of actions ?? [undefined]) {
      const rows = sql('access_audit').where('sequence', '>=', bounds.first).where('sequence', '<=', last);
      if (actor) void rows.where({ actor });
      if (action) void rows.where({ action });
      if (query.subject) void narrowToSubject(sql, rows, query.subject);
      found.push(...((await rows.orderBy('sequence', 'desc').limit(PAGE_SIZE + 1)) as Record<string, unknown>[]));
    }
  }
  const all = found.map(readRow).sort((a, b) => b.sequence - a.sequence);
  const rows = all.slice(0, PAGE_SIZE).map(({ previous: _previous, seal: _seal, ...shown }) => shown);
  return { rows, next: all.length > PAGE_SIZE ? rows.at(-1)!.sequence : null };
}

/** The values there are of a column that begin with what is looked for: the value itself, or a kind of several. */
async function valuesOf(sql: Sql, column: 'actor' | 'action', wanted: string | undefined, separator: string): Promise<string[] | undefined> {
  if (!wanted) return undefined;
  if (wanted.includes(separator)) return [wanted];
  const values = [wanted];
  const end = `${wanted}${String.fromCharCode(separator.charCodeAt(0) + 1)}`;
  for (let after = `${wanted}${separator}`; values.length < MOST_VALUES; ) {
    const row = await sql('access_audit').min(`${column} as value`).where(column, '>', after).where(column, '<', end).first();
    if (!row?.value) break;
    values.push((after = String(row.value)));
  }
  return values;
}

/** The places a period reaches over. Rows are written in order of time, give or take the clocks of two processes. */
async function boundsOf(sql: Sql, { from, before }: AuditQuery): Promise<{ first: number; last: number } | undefined> {
  const edge = async (order: 'asc' | 'desc') => {
    const rows = sql('access_audit').select('sequence').limit(1);
    if (from) void rows.where('at', '>=', from);
    if (before) void rows.where('at', '<', before);
    void rows.orderBy(from || before ? [{ column: 'at', order }, { column: 'sequence', order }] : [{ column: 'sequence', order }]);
    const [row] = (await rows) as { sequence: number | string }[];
    return row ? Number(row.sequence) : undefined;
  };
  const [first, last] = [await edge('asc'), await edge('desc')];
  return first === undefined || last === undefined ? undefined : { first: Math.min(first, last), last: Math.max(first, last) };
}

/** By identity, or by words of the title, which an index of titles alone is read for. */
function narrowToSubject(sql: Sql, rows: ReturnType<Sql>, subject: string): void {
  if (IDENTITY.test(subject)) void rows.where('subject_id', subject);
  else void rows.whereIn('sequence', sql('access_audit').select('sequence').where('subject_title', 'like', `%${subject.replaceAll(/[\\%_]/g, '')}%`));
}
