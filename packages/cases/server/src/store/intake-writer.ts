import { isSqlite, type Knex } from './connection.ts';
import { caseValues, FIGURES_DUE, intakeSql, stepValues, type Intake, type IntakeOutcome } from './intake-statements.ts';

/** Stores a batch of cases in one transaction: all of them, or none. */
export type IntakeWriter = (batch: readonly Intake[]) => Promise<IntakeOutcome[]>;

/** The part of better-sqlite3 that is used. */
interface Sqlite {
  prepare(sql: string): { get(...values: unknown[]): unknown; run(...values: unknown[]): unknown };
  transaction<T>(run: () => T): () => T;
  pragma(sql: string, options?: { simple: boolean }): unknown;
}

/** The part of pg that is used. */
interface Postgres {
  query(query: { name?: string; text: string; values?: unknown[] }): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Makes the writer for the database in use. It goes past the document service (70 rows/s) with statements prepared
 * once a connection, and has each batch on the disk before it answers: a citizen who holds a number has a case.
 */
export function createIntakeWriter(knex: Knex, agencyTable: string): IntakeWriter {
  const write = isSqlite(knex) ? sqliteWriter(agencyTable) : postgresWriter(agencyTable);
  return async (batch) => {
    const connection = await knex.client.acquireConnection();
    try {
      return await write(connection, batch);
    } finally {
      await knex.client.releaseConnection(connection);
    }
  };
}

function sqliteWriter(table: string) {
  const sql = intakeSql({ table }, () => '?');
  const prepared = new WeakMap<Sqlite, ReturnType<typeof prepare>>();
  const prepare = (sqlite: Sqlite) => ({
    findAgency: sqlite.prepare(sql.findAgency),
    addCase: sqlite.prepare(sql.addCase),
    addStep: sqlite.prepare(sql.addStep),
    markMonth: sqlite.prepare(sql.markMonth),
    findHash: sqlite.prepare(sql.findHash),
  });

  return async (sqlite: Sqlite, batch: readonly Intake[]): Promise<IntakeOutcome[]> => {
    const statements = prepared.get(sqlite) ?? prepare(sqlite);
    prepared.set(sqlite, statements);

    const store = (intake: Intake): IntakeOutcome => {
      const agency = intake.agencyCode ? (statements.findAgency.get(intake.agencyCode) as Agency | undefined) : undefined;
      const added = statements.addCase.get(...caseValues(intake.row, agency)) as { id: number } | undefined;
      if (!added) return known(statements.findHash.get(intake.row.number), intake);
      for (const values of stepValues(intake, added.id, agency)) statements.addStep.run(...values);
      statements.markMonth.run(FIGURES_DUE + intake.row.month, intake.row.month);
      return 'stored';
    };

    // Only here is the disk waited for: NORMAL, which the CMS runs with, may lose the last commits to a power cut.
    const usual = sqlite.pragma('synchronous', { simple: true });
    sqlite.pragma('synchronous = FULL');
    try {
      return sqlite.transaction(() => batch.map(store))();
    } finally {
      sqlite.pragma(`synchronous = ${usual}`);
    }
  };
}

function postgresWriter(table: string) {
  const sql = intakeSql({ table }, (index) => `$${index}`);

  return async (postgres: Postgres, batch: readonly Intake[]): Promise<IntakeOutcome[]> => {
    const ask = async (name: keyof typeof sql, values: unknown[]) =>
      (await postgres.query({ name: `cases-${name}`, text: sql[name], values })).rows[0];

    const store = async (intake: Intake): Promise<IntakeOutcome> => {
      const agency = intake.agencyCode ? ((await ask('findAgency', [intake.agencyCode])) as Agency | undefined) : undefined;
      const added = (await ask('addCase', caseValues(intake.row, agency))) as { id: number } | undefined;
      if (!added) return known(await ask('findHash', [intake.row.number]), intake);
      for (const values of stepValues(intake, added.id, agency)) await ask('addStep', values);
      return 'stored';
    };

    await postgres.query({ text: 'BEGIN' });
    try {
      // Two processes may get the same numbers and months at once: in one order, they wait and do not lock each other out.
      const outcomes = new Map<Intake, IntakeOutcome>();
      for (const intake of sortBy(batch, ({ row }) => row.number)) outcomes.set(intake, await store(intake));
      const months = new Set(batch.map(({ row }) => row.month));
      for (const month of [...months].sort()) await ask('markMonth', [FIGURES_DUE + month, month]);
      await postgres.query({ text: 'COMMIT' });
      return batch.map((intake) => outcomes.get(intake)!);
    } catch (error) {
      await postgres.query({ text: 'ROLLBACK' });
      throw error;
    }
  };
}

const sortBy = <T>(list: readonly T[], keyOf: (item: T) => string) => [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

type Agency = { id: string; title: string };

function known(row: unknown, { row: { code_hash } }: Intake): IntakeOutcome {
  return (row as { code_hash: string } | undefined)?.code_hash === code_hash ? 'known' : 'taken';
}
