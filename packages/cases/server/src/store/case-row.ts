import type { LetterPurpose, OpinionOutcome, Rating } from '@mingchuang/content';

import type { CaseFacts, Stage } from '../domain/stages.ts';

/** A row of `cases`. Flags are 0 or 1 and instants ISO strings in UTC, so that SQLite and PostgreSQL hold the same. */
export interface CaseRow {
  id: number;
  number: string;
  kind: 'letter' | 'opinion';
  /** Empty for opinions. */
  purpose: LetterPurpose | '';
  title: string;
  body: string;
  /** Sealed; null once erased. */
  name_sealed: string | null;
  phone_sealed: string | null;
  may_publish: 0 | 1;
  code_hash: string;
  suspicion: number;
  quarantined: 0 | 1;
  stage: Stage;
  /** Rises with every change, so that two people cannot act on the same state. */
  revision: number;
  /** documentId of the agency; null with the letter office. */
  agency: string | null;
  agency_name: string | null;
  received_at: string;
  /** YYYY-MM in Asia/Shanghai: the month it counts for. */
  month: string;
  /** 0, and no last day, for what has no limit. */
  limit_days: number;
  due_on: string;
  /** documentId of the consultation an opinion is on. */
  about: string | null;
  /** The part of the draft an opinion is on, in the citizen's words. */
  part: string | null;
  outcome: OpinionOutcome | null;
  answer: string | null;
  /** Ids of everyone who wrote in the answer, as `[3][14]`: none of them may approve it. */
  writers: string;
  answered_at: string | null;
  public_title: string | null;
  public_body: string | null;
  public_author: string | null;
  public_id: string | null;
  path: string | null;
  published_at: string | null;
  rating: Rating | null;
  rating_comment: string | null;
  rated_at: string | null;
  rectify_due_on: string | null;
  rectified_at: string | null;
  ended_at: string | null;
  erased_at: string | null;
}

/** One row of the append-only timeline. */
export interface StepRow {
  id: number;
  case_id: number;
  event: string;
  stage: Stage;
  at: string;
  actor_id: number | null;
  actor_name: string;
  /** Said to the citizen and the public; no names of people. */
  note: string | null;
  /** For staff only. */
  remark: string | null;
}

/** What the rules of the state machine look at. */
export function factsOf(row: CaseRow): CaseFacts {
  return {
    stage: row.stage,
    quarantined: row.quarantined === 1,
    mayPublish: row.may_publish === 1,
    rated: row.rating !== null,
    rectifying: row.rectify_due_on !== null && row.rectified_at === null,
  };
}
