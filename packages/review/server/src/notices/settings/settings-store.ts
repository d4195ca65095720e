import type { Row, Sql } from '../../store/connection.ts';
import { type Choices, readChoices } from './choices.ts';

/** What somebody chose, or what is usual. */
export async function loadChoices(sql: Sql, userId: number): Promise<Choices> {
  const row: Row | undefined = await sql('review_notice_choices').where({ user_id: userId }).first('choices');
  return readChoices(row?.choices as string | undefined);
}

/** Keeps what somebody chose; what is already planned leaves as it was planned. */
export async function keepChoices(sql: Sql, userId: number, choices: Choices): Promise<void> {
  await sql('review_notice_choices')
    .insert({ user_id: userId, choices: JSON.stringify(choices) })
    .onConflict('user_id')
    .merge();
}

/** What holds for the whole installation. */
export interface Policy {
  /** Whether letters name the titles of documents. */
  mailTitles: boolean;
}

export async function loadPolicy(sql: Sql): Promise<Policy> {
  const row: Row | undefined = await sql('review_notice_policy').where({ name: 'mail-titles' }).first('value');
  return { mailTitles: row?.value !== 'no' };
}

export async function keepPolicy(sql: Sql, { mailTitles }: Policy): Promise<void> {
  await sql('review_notice_policy')
    .insert({ name: 'mail-titles', value: mailTitles ? 'yes' : 'no' })
    .onConflict('name')
    .merge();
}
