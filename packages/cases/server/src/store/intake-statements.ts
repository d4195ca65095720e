/** Everything the intake writes for one case, in the order of the columns below. */
export interface IntakeRow {
  number: string;
  kind: string;
  purpose: string;
  title: string;
  body: string;
  name_sealed: string;
  phone_sealed: string;
  may_publish: number;
  code_hash: string;
  suspicion: number;
  quarantined: number;
  received_at: string;
  month: string;
  limit_days: number;
  due_on: string;
}

/** A case on its way into the database, and the agency it was written to. */
export interface Intake {
  row: IntakeRow;
  /** Code of the agency; empty for the letter office. */
  agencyCode: string;
  /** What the timeline says. */
  texts: { citizen: string; office: string; assigned(agencyName: string): string; unknownAgency: string };
}

/** `taken`: another case has the number. */
export type IntakeOutcome = 'stored' | 'known' | 'taken';

export const CASE_COLUMNS = [
  'number', 'kind', 'purpose', 'title', 'body', 'name_sealed', 'phone_sealed', 'may_publish', 'code_hash', 'suspicion',
  'quarantined', 'received_at', 'month', 'limit_days', 'due_on',
] as const satisfies readonly (keyof IntakeRow)[];

export const STEP_COLUMNS = ['case_id', 'event', 'stage', 'at', 'actor_name', 'note', 'remark'] as const;

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
    // Writes even what is there: the lock makes a process that tells the feed wait until this case can be counted.
    markMonth: `INSERT INTO case_settings (name, value) VALUES (${marks(2)}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    findHash: `SELECT code_hash FROM cases WHERE number = ${mark(1)}`,
  };
}

/** Setting that says a month's figures must be told to the feed again. */
export const FIGURES_DUE = 'figures-due:';

/** Values of `addCase`. */
export function caseValues(row: IntakeRow, agency: { id: string; title: string } | undefined): (string | number | null)[] {
  return [...CASE_COLUMNS.map((column) => row[column]), agency ? 'assigned' : 'received', agency?.id ?? null, agency?.title ?? null];
}

/** Values of `addStep`, once or twice: received, and handed on when the citizen named an agency. */
export function stepValues({ row, agencyCode, texts }: Intake, caseId: number, agency: { title: string } | undefined) {
  const remark = agencyCode && !agency ? texts.unknownAgency : null;
  const steps: (string | number | null)[][] = [[caseId, 'file', 'received', row.received_at, texts.citizen, null, remark]];
  if (agency) steps.push([caseId, 'assign', 'assigned', row.received_at, texts.office, texts.assigned(agency.title), null]);
  return steps;
}
