import type { Remark } from './remark.ts';

/** A row of `review_remarks`. PostgreSQL sends big numbers as text. */
export interface RemarkRow {
  id: number | string;
  parent: number | string | null;
  field: string | null;
  kind: string;
  text: string;
  /** Ids, as JSON. */
  mentions: string;
  person: number | null;
  guest: string | null;
  at: string;
  settled_at: string | null;
  settled_by: number | null;
}

type Thread = Omit<Remark, 'answers' | 'settled'>;

/**
 * Puts rows into threads: what is open first, then the newest; answers under what they answer, in their order.
 * @param names Of the people in the rows, by id.
 */
export function arrangeRemarks(rows: readonly RemarkRow[], names: ReadonlyMap<number, string>): Remark[] {
  const byTime = [...rows].sort((a, b) => a.at.localeCompare(b.at) || Number(a.id) - Number(b.id));
  const nameOf = (id: number | null) => (id === null ? '' : (names.get(id) ?? '一位同事'));
  const describe = (row: RemarkRow): Thread => ({
    id: Number(row.id),
    kind: row.kind as Remark['kind'],
    ...(row.field ? { field: row.field } : {}),
    text: row.text,
    mentions: (JSON.parse(row.mentions) as number[]).map((id) => ({ id, name: nameOf(id) })),
    author: row.person === null ? { name: row.guest ?? '没有账号的人' } : { id: row.person, name: nameOf(row.person) },
    at: row.at,
  });
  const remarks = byTime
    .filter(({ parent }) => parent === null)
    .map((row): Remark => {
      const answers = byTime.filter(({ parent }) => parent !== null && Number(parent) === Number(row.id)).map(describe);
      const settled = row.settled_at ? { settled: { at: row.settled_at, name: nameOf(row.settled_by) } } : {};
      return { ...describe(row), ...settled, answers };
    });
  return remarks.sort((a, b) => Number(Boolean(a.settled)) - Number(Boolean(b.settled)) || b.at.localeCompare(a.at) || b.id - a.id);
}

/** Everybody named in rows. */
export const peopleIn = (rows: readonly RemarkRow[]): number[] => [
  ...new Set(rows.flatMap(({ person, settled_by, mentions }) => [person, settled_by, ...(JSON.parse(mentions) as number[])])),
].filter((id): id is number => id !== null);
