import type { Remark } from './remark.ts';

/** A row of `review_remarks`. */
export interface RemarkRow {
  id: number;
  parent_id: number | null;
  field: string | null;
  kind: string;
  text: string;
  mentions: string;
  author_id: number | null;
  author_name: string;
  at: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

/** Puts rows into threads: what is open first, then the newest; answers under what they answer, in their order. */
export function arrangeRemarks(rows: readonly RemarkRow[]): Remark[] {
  const byTime = [...rows].sort((a, b) => a.at.localeCompare(b.at) || a.id - b.id);
  const first = byTime.filter(({ parent_id }) => parent_id === null);
  const remarks = first.map((row): Remark => {
    const answers = byTime.filter(({ parent_id }) => parent_id === row.id).map(describe);
    const resolved = row.resolved_at ? { resolved: { at: row.resolved_at, name: row.resolved_by ?? '' } } : {};
    return { ...describe(row), ...resolved, answers };
  });
  return remarks.sort((a, b) => Number(Boolean(a.resolved)) - Number(Boolean(b.resolved)) || b.at.localeCompare(a.at) || b.id - a.id);
}

const describe = (row: RemarkRow): Omit<Remark, 'answers' | 'resolved'> => ({
  id: row.id,
  kind: row.kind === 'return' ? 'return' : 'comment',
  ...(row.field ? { field: row.field } : {}),
  text: row.text,
  mentions: JSON.parse(row.mentions) as Remark['mentions'],
  author: { ...(row.author_id ? { id: row.author_id } : {}), name: row.author_name },
  at: row.at,
});
