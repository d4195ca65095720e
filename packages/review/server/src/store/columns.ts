import type { Row, Sql } from './connection.ts';

/** A number out of a column that may be empty; PostgreSQL sends big ones as text. */
export const numberOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/** A text out of a column that may be empty. */
export const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

/** Inserts a row and answers its id. */
export async function insert(sql: Sql, table: string, row: Row): Promise<number> {
  const [answer] = (await sql(table).insert(row).returning('id')) as { id: unknown }[];
  return Number(answer!.id);
}
