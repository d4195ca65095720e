import type { Core } from '@strapi/strapi';

import { inTransaction } from '../audit/database.ts';
import type { CodeBox } from './codes.ts';

/** An authenticator somebody has bound to their account. */
export interface Factor {
  secret: string;
  /** Nothing while they have not shown a first code. */
  confirmedAt: string | null;
}

/** Where second factors are kept. */
export interface FactorStore {
  find(userId: number): Promise<Factor | undefined>;
  /** Begins anew with a secret that still has to be confirmed. */
  begin(userId: number, secret: string, now: Date): Promise<void>;
  confirm(userId: number, now: Date): Promise<void>;
  /** Takes a time step, once: two requests with one code do not both succeed. */
  takeStep(userId: number, step: number): Promise<boolean>;
  replaceCodes(userId: number, codes: readonly string[]): Promise<void>;
  /** Uses up a recovery code, once. */
  takeCode(userId: number, code: string, now: Date): Promise<boolean>;
  countCodes(userId: number): Promise<number>;
  remove(userId: number): Promise<void>;
  /** Users who have confirmed one. */
  listUsers(): Promise<Set<number>>;
}

const FACTORS = 'access_second_factors';
const CODES = 'access_recovery_codes';

/** Makes the tables; Strapi leaves tables alone that it does not track. */
export async function migrateSecondFactors(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    if (await sql.schema.hasTable(FACTORS)) return;
    await sql.schema.createTable(FACTORS, (table) => {
      table.integer('user_id').primary();
      table.text('secret').notNullable();
      table.string('begun_at', 30).notNullable();
      table.string('confirmed_at', 30);
      table.bigInteger('last_step').notNullable().defaultTo(0);
    });
    await sql.schema.createTable(CODES, (table) => {
      table.increments('id');
      table.integer('user_id').notNullable();
      table.string('digest', 64).notNullable();
      table.string('used_at', 30);
      table.index(['user_id'], 'access_recovery_codes_user_idx');
    });
  });
}

export function createFactorStore(strapi: Core.Strapi, box: CodeBox): FactorStore {
  const rows = (table: string) => strapi.db.connection(table);
  const within = <T>(work: (sql: Core.Strapi['db']['connection']) => Promise<T>) => inTransaction(strapi, work);
  return {
    async find(userId) {
      const row = await rows(FACTORS).where({ user_id: userId }).first();
      return row ? { secret: box.open(row.secret), confirmedAt: row.confirmed_at } : undefined;
    },
    begin: (userId, secret, now) =>
      within(async (sql) => {
        await sql(FACTORS).where({ user_id: userId }).delete();
        await sql(FACTORS).insert({ user_id: userId, secret: box.seal(secret), begun_at: now.toISOString(), confirmed_at: null, last_step: 0 });
      }),
    confirm: (userId, now) => within(async (sql) => void (await sql(FACTORS).where({ user_id: userId }).update({ confirmed_at: now.toISOString() }))),
    takeStep: (userId, step) => within(async (sql) => (await sql(FACTORS).where({ user_id: userId }).where('last_step', '<', step).update({ last_step: step })) === 1),
    replaceCodes: (userId, codes) =>
      within(async (sql) => {
        await sql(CODES).where({ user_id: userId }).delete();
        await sql(CODES).insert(codes.map((code) => ({ user_id: userId, digest: box.digest(userId, code), used_at: null })));
      }),
    takeCode: (userId, code, now) =>
      within(async (sql) => (await sql(CODES).where({ user_id: userId, digest: box.digest(userId, code), used_at: null }).update({ used_at: now.toISOString() })) === 1),
    async countCodes(userId) {
      const row = await rows(CODES).where({ user_id: userId, used_at: null }).count({ count: '*' }).first();
      return Number(row?.count ?? 0);
    },
    remove: (userId) =>
      within(async (sql) => {
        await sql(FACTORS).where({ user_id: userId }).delete();
        await sql(CODES).where({ user_id: userId }).delete();
      }),
    async listUsers() {
      const found = (await rows(FACTORS).whereNotNull('confirmed_at').select('user_id')) as { user_id: number }[];
      return new Set(found.map(({ user_id }) => user_id));
    },
  };
}
