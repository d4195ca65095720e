import { record } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { running } from '../guard/running.ts';
import type { Sql } from '../store/connection.ts';
import { columnsOf, type DocumentKey } from './document.ts';

/** A step in the life of a document. */
export interface Step {
  edition?: { id: number; document: DocumentKey; title?: string } | undefined;
  document?: DocumentKey;
  title?: string;
  move: string;
  person?: number | undefined;
  /** What acted when no person did. */
  program?: string;
  from?: string | undefined;
  to?: string | undefined;
  remark?: string | undefined;
}

/** Writes a step into the document's history and into the audit, in the open transaction. */
export async function logMove(review: Review, sql: Sql, step: Step): Promise<void> {
  const { edition, move, person, from, to, remark } = step;
  const document = (step.document ?? edition?.document)!;
  const now = running();
  const program = step.program ?? (person === undefined && now?.kind === 'program' ? now.name : undefined);
  await sql('review_moves').insert({
    ...columnsOf(document),
    edition: edition?.id ?? null,
    move,
    person: person ?? null,
    program: program ?? null,
    from_state: from ?? null,
    to_state: to ?? null,
    remark: remark ?? null,
    at: review.now().toISOString(),
  });
  await record(review.strapi, {
    action: `review.${move}`,
    subject: { ...document, title: step.title ?? edition?.title ?? '' },
    ...(from ? { before: { state: from } } : {}),
    ...(to ? { after: { state: to } } : {}),
    note: remark,
  });
}
