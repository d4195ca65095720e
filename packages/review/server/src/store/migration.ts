import type { Sql } from './connection.ts';

/** One step of the plugin's own tables. A released one is never edited; a new one is added below it. */
export interface Migration {
  name: string;
  up(sql: Sql): Promise<void>;
}
