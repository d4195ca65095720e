import type { Sql } from '../store/connection.ts';

/** Who stands in for some people at an instant (代理); see `delegation`. */
export async function delegatesOf(sql: Sql, people: readonly number[], now: Date): Promise<number[]> {
  if (people.length === 0) return [];
  const at = now.toISOString();
  const found: unknown[] = await sql('review_delegations')
    .whereIn('person', people as number[])
    .where('from_at', '<=', at)
    .where('until_at', '>', at)
    .pluck('delegate');
  return found.map(Number);
}
