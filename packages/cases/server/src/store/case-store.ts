import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import type { CaseRow, StepRow } from './case-row.ts';
import type { Knex } from './connection.ts';

/** A step to be added to the timeline. */
export type NewStep = Omit<StepRow, 'id' | 'case_id'>;

export async function findCase(knex: Knex, number: string): Promise<CaseRow | undefined> {
  return knex('cases').where({ number }).first();
}

/** Finds a case and keeps others from changing it until the transaction ends. SQLite has one writer anyway. */
export async function lockCase(knex: Knex, number: string): Promise<CaseRow | undefined> {
  return knex('cases').where({ number }).forUpdate().first();
}

export async function stepsOf(knex: Knex, caseId: number): Promise<StepRow[]> {
  return knex('case_steps').where({ case_id: caseId }).orderBy('id');
}

/** The steps of many cases, by case. */
export async function stepsByCase(knex: Knex, caseIds: readonly number[]): Promise<Map<number, StepRow[]>> {
  const rows: StepRow[] = await knex('case_steps').whereIn('case_id', caseIds).orderBy('id');
  const steps = new Map<number, StepRow[]>();
  for (const row of rows) steps.set(row.case_id, [...(steps.get(row.case_id) ?? []), row]);
  return steps;
}

/**
 * Changes a case and adds the step that says so. The step's instant never lies before the last one: a timeline does
 * not run backwards when clocks differ.
 *
 * @returns The case as it is now.
 * @throws {errors.ApplicationError} When somebody else changed it meanwhile.
 */
export async function changeCase(knex: Knex, row: CaseRow, patch: Partial<CaseRow>, step?: NewStep): Promise<CaseRow> {
  const revision = row.revision + 1;
  const changed = await knex('cases').where({ id: row.id, revision: row.revision }).update({ ...patch, revision });
  if (changed !== 1) throw new errors.ApplicationError(t('refused.changed'));
  if (step) await knex('case_steps').insert({ ...step, case_id: row.id });
  return { ...row, ...patch, revision };
}

/** Instant of the last step of a case. */
export async function lastStepAt(knex: Knex, caseId: number): Promise<string> {
  const row = await knex('case_steps').where({ case_id: caseId }).max({ at: 'at' }).first();
  return String(row?.at ?? '');
}
