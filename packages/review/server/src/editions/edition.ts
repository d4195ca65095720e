import type { Stage } from '../flow/flow.ts';
import type { State } from '../flow/moves.ts';
import type { Seat } from '../flow/seats.ts';
import { numberOf, textOf } from '../store/columns.ts';
import type { Row } from '../store/connection.ts';
import type { DocumentKey } from './document.ts';

/** Whether a change is worth telling the public. */
export type ChangeKind = 'minor' | 'major';

/** One edition 修订 of a document: from the first change of its draft until it is published or given up. */
export interface Edition {
  id: number;
  document: DocumentKey;
  state: Exclude<State, 'none'> | 'published' | 'discarded';
  /** Counts how often it went into review from the start. */
  round: number;
  /** Position of the stage that is current, from 0. */
  stage: number;
  title: string;
  /** documentId. */
  agency: string | null;
  /** documentId of the column its stages were chosen for. */
  column: string | null;
  /** Of the draft as it was when it was changed last. */
  fingerprint: string;
  /** As they were when it came to this place in review; changes of the configuration do not reach it. */
  stages: Stage[];
  openedAt: string;
  changedAt: string;
  submittedBy: number | null;
  submittedAt: string | null;
  holder: number | null;
  dueAt: string | null;
  publishAt: string | null;
  changeKind: ChangeKind | null;
  changeNote: string | null;
  returned: { by: number | null; at: string; text: string } | null;
  closedAt: string | null;
  forced: { by: number; reason: string } | null;
  confirmedAt: string | null;
}

/** An approval that counts, or counted until its text was changed. */
export interface Approval {
  id: number;
  round: number;
  stage: number;
  seat: Seat;
  person: number;
  standsInFor: number | null;
  fingerprint: string;
  remark: string | null;
  at: string;
  voidAt: string | null;
}

/** Reads an edition out of its row. */
export function readEdition(row: Row): Edition {
  return {
    id: Number(row.id),
    document: { uid: String(row.uid), documentId: String(row.document_id), locale: String(row.locale) },
    state: row.state as Edition['state'],
    round: Number(row.round),
    stage: Number(row.stage),
    title: String(row.title),
    agency: textOf(row.agency),
    column: textOf(row.in_column),
    fingerprint: String(row.fingerprint),
    stages: row.flow ? (JSON.parse(String(row.flow)) as Stage[]) : [],
    openedAt: String(row.opened_at),
    changedAt: String(row.changed_at),
    submittedBy: numberOf(row.submitted_by),
    submittedAt: textOf(row.submitted_at),
    holder: numberOf(row.holder),
    dueAt: textOf(row.due_at),
    publishAt: textOf(row.publish_at),
    changeKind: textOf(row.change_kind) as ChangeKind | null,
    changeNote: textOf(row.change_note),
    returned: row.returned_at
      ? { by: numberOf(row.returned_by), at: String(row.returned_at), text: String(row.return_text ?? '') }
      : null,
    closedAt: textOf(row.closed_at),
    forced: row.forced_by ? { by: Number(row.forced_by), reason: String(row.forced_reason) } : null,
    confirmedAt: textOf(row.confirmed_at),
  };
}

/** Reads an approval out of its row. */
export function readApproval(row: Row): Approval {
  return {
    id: Number(row.id),
    round: Number(row.round),
    stage: Number(row.stage),
    seat: String(row.seat),
    person: Number(row.person),
    standsInFor: numberOf(row.stood_in_for),
    fingerprint: String(row.fingerprint),
    remark: textOf(row.remark),
    at: String(row.at),
    voidAt: textOf(row.void_at),
  };
}
