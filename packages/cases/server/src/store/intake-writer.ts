import { isSqlite, type Knex } from './connection.ts';
import { answerValues, caseValues, dueValues, intakeSql, stepValues, type CaseIntake, type Intake, type IntakeOutcome } from './intake-statements.ts';

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
    addAnswer: sqlite.prepare(sql.addAnswer),
    markDue: sqlite.prepare(sql.markDue),
    findHash: sqlite.prepare(sql.findHash),
    findAnswerHash: sqlite.prepare(sql.findAnswerHash),
  });

  return async (sqlite: Sqlite, batch: readonly Intake[]): Promise<IntakeOutcome[]> => {
    const statements = prepared.get(sqlite) ?? prepare(sqlite);
    prepared.set(sqlite, statements);

    const storeCase = (intake: CaseIntake): IntakeOutcome => {
      const agency = agencyOf(intake, (code) => statements.findAgency.get(code) as Agency | undefined);
      const added = statements.addCase.get(...caseValues(intake, agency)) as { id: number } | undefined;
      if (!added) return known(statements.findHash.get(intake.row.number), intake.row);
      for (const values of stepValues(intake, added.id, agency)) statements.addStep.run(...values);
      return 'stored';
    };
    const store = (intake: Intake): IntakeOutcome => {
      if (!('answer' in intake)) {
        const outcome = storeCase(intake);
        if (outcome !== 'stored') return outcome;
      } else if (!statements.addAnswer.get(...answerValues(intake))) {
        return known(statements.findAnswerHash.get(intake.answer.number), intake.answer);
      }
      statements.markDue.run(...dueValues(intake));
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

    const storeCase = async (intake: CaseIntake): Promise<IntakeOutcome> => {
      const agency = await agencyOf(intake, (code) => ask('findAgency', [code]) as Promise<Agency | undefined>);
      const added = (await ask('addCase', caseValues(intake, agency))) as { id: number } | undefined;
      if (!added) return known(await ask('findHash', [intake.row.number]), intake.row);
      for (const values of stepValues(intake, added.id, agency)) await ask('addStep', values);
      return 'stored';
    };
    const store = async (intake: Intake): Promise<IntakeOutcome> => {
      if (!('answer' in intake)) {
        const outcome = await storeCase(intake);
        if (outcome !== 'stored') return outcome;
      } else if (!(await ask('addAnswer', answerValues(intake)))) {
        return known(await ask('findAnswerHash', [intake.answer.number]), intake.answer);
      }
      return 'stored';
    };

    await postgres.query({ text: 'BEGIN' });
    try {
      // Two processes may get the same numbers and figures at once: in one order, they wait and do not lock each other out.
      const outcomes = new Map<Intake, IntakeOutcome>();
      for (const intake of sortBy(batch, numberOf)) outcomes.set(intake, await store(intake));
      const dues = new Map(batch.map((intake) => dueValues(intake)));
      for (const due of sortBy([...dues], ([name]) => name)) await ask('markDue', due);
      await postgres.query({ text: 'COMMIT' });
      return batch.map((intake) => outcomes.get(intake)!);
    } catch (error) {
      await postgres.query({ text: 'ROLLBACK' });
      throw error;
    }
  };
}

const sortBy = <T>(list: readonly T[], keyOf: (item: T) => string) => [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const numberOf = (intake: Intake) => ('answer' in intake ? intake.answer : intake.row).number;

type Agency = { id: string; title: string };

/** Whom a case is for: named already, or looked up by its code. */
function agencyOf<T>({ to }: CaseIntake, find: (code: string) => T): T | Agency | undefined {
  if ('agency' in to) return to.agency;
  return to.code ? find(to.code) : undefined;
}

function known(row: unknown, { code_hash }: { code_hash: string }): IntakeOutcome {
  return (row as { code_hash: string } | undefined)?.code_hash === code_hash ? 'known' : 'taken';
}
