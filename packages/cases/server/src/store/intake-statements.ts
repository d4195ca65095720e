import { FIGURES_DUE, OPINIONS_DUE, RESULTS_DUE } from './due.ts';

/** Everything the intake writes for one case, in the order of the columns below. */
export interface IntakeRow {
  number: string;
  kind: string;
  purpose: string;
  title: string;
  body: string;
  name_sealed: string | null;
  phone_sealed: string | null;
  may_publish: number;
  code_hash: string;
  suspicion: number;
  quarantined: number;
  received_at: string;
  month: string;
  limit_days: number;
  due_on: string;
  about: string | null;
  part: string | null;
}

/** A case on its way into the database, and whom it is for. */
export interface CaseIntake {
  row: IntakeRow;
  /** An agency that may have stopped taking cases is named by its code (empty for the letter office). */
  to: { code: string } | { agency: { id: string; title: string } | undefined };
  /** What the timeline says. */
  texts: { citizen: string; office: string; assigned(agencyName: string): string; unknownAgency: string };
}

/** A filled survey on its way into the database. */
export interface AnswerIntake {
  answer: { number: string; code_hash: string; survey: string; replies: string; received_on: string; quarantined: number };
}

export type Intake = CaseIntake | AnswerIntake;

/** `taken`: another one has the number. */
export type IntakeOutcome = 'stored' | 'known' | 'taken';

export const CASE_COLUMNS = [
  'number', 'kind', 'purpose', 'title', 'body', 'name_sealed', 'phone_sealed', 'may_publish', 'code_hash', 'suspicion',
  'quarantined', 'received_at', 'month', 'limit_days', 'due_on', 'about', 'part',
] as const satisfies readonly (keyof IntakeRow)[];

export const STEP_COLUMNS = ['case_id', 'event', 'stage', 'at', 'actor_name', 'note', 'remark'] as const;

const ANSWER_COLUMNS = ['number', 'code_hash', 'survey', 'replies', 'received_on', 'quarantined'] as const satisfies readonly (keyof AnswerIntake['answer'])[];

/** The statements of the intake, with the marks for values a database wants. */
export function intakeSql(agencies: { table: string }, mark: (index: number) => string) {
  const marks = (count: number) => Array.from({ length: count }, (_, index) => mark(index + 1)).join(', ');
  return {
    findAgency:
      `SELECT document_id AS id, title FROM ${agencies.table} WHERE code = ${mark(1)} AND accepts_cases = TRUE ` +
      `AND published_at IS NOT NULL AND locale = 'zh-Hans' LIMIT 1`,
    addCase:
      `INSERT INTO cases (${CASE_COLUMNS.join(', ')}, stage, agency, agency_name) ` +
      `VALUES (${marks(CASE_COLUMNS.length + 3)}) ON CONFLICT (number) DO NOTHING RETURNING id`,
    addStep: `INSERT INTO case_steps (${STEP_COLUMNS.join(', ')}) VALUES (${marks(STEP_COLUMNS.length)})`,
    addAnswer:
      `INSERT INTO survey_answers (${ANSWER_COLUMNS.join(', ')}) VALUES (${marks(ANSWER_COLUMNS.length)}) ` +
      `ON CONFLICT (number) DO NOTHING RETURNING id`,
    // Writes even what is there: the lock makes a process that tells the feed wait until this case can be counted.
    markDue: `INSERT INTO case_settings (name, value) VALUES (${marks(2)}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    findHash: `SELECT code_hash FROM cases WHERE number = ${mark(1)}`,
    findAnswerHash: `SELECT code_hash FROM survey_answers WHERE number = ${mark(1)}`,
  };
}

/** Values of `addCase`. What comes to an agency by its code is handed on; an opinion waits where it is. */
export function caseValues({ row, to }: CaseIntake, agency: { id: string; title: string } | undefined): (string | number | null)[] {
  const stage = agency && 'code' in to ? 'assigned' : 'received';
  return [...CASE_COLUMNS.map((column) => row[column]), stage, agency?.id ?? null, agency?.title ?? null];
}

/** Values of `addStep`, once or twice: received, and handed on when the citizen named an agency. */
export function stepValues({ row, to, texts }: CaseIntake, caseId: number, agency: { title: string } | undefined) {
  const named = 'code' in to ? to.code : '';
  const remark = named && !agency ? texts.unknownAgency : null;
  const steps: (string | number | null)[][] = [[caseId, 'file', 'received', row.received_at, texts.citizen, null, remark]];
  if (agency && named) steps.push([caseId, 'assign', 'assigned', row.received_at, texts.office, texts.assigned(agency.title), null]);
  return steps;
}

/** Values of `addAnswer`. */
export function answerValues({ answer }: AnswerIntake): (string | number)[] {
  return ANSWER_COLUMNS.map((column) => answer[column]);
}

/** Values of `markDue`: whose figures change with this. */
export function dueValues(intake: Intake): [name: string, value: string] {
  const [prefix, value] = 'answer' in intake ? [RESULTS_DUE, intake.answer.survey] : intake.row.about ? [OPINIONS_DUE, intake.row.about] : [FIGURES_DUE, intake.row.month];
  return [prefix + value, value];
}
