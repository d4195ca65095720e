import {
  caseKey,
  caseRating,
  RATING_LABELS,
  shanghaiDate,
  workingDeadline,
  type CaseKey,
  type CaseRating,
  type CaseTracking,
  type LetterPurpose,
  type LetterTracking,
  type OpinionTracking,
} from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import type { Attempts } from '../domain/attempts.ts';
import { deadlineOf, dueIn } from '../domain/deadline.ts';
import { parseBody } from '../domain/parse-body.ts';
import { isAnswered, nextStage, stateShown } from '../domain/stages.ts';
import { timelineOf } from '../domain/timeline.ts';
import { factsOf, type CaseRow } from '../store/case-row.ts';
import { changeCase, findCase, lastStepAt, lockCase, stepsOf } from '../store/case-store.ts';
import { inTransaction, onConnection, type Knex } from '../store/connection.ts';
import { letterKind } from '../kinds/letter.ts';
import type { Engine } from './engine.ts';
import type { Publication } from './publication.ts';

/** Ratings up to this one must be put right (国办发〔2019〕51号). */
const BAD = 2;

/** The citizen's view of a case: whoever holds number and code is its owner. */
export interface Tracking {
  /**
   * Shows where a case stands.
   * @throws {errors.ValidationError} The same for an unknown number and for a wrong code.
   * @throws {errors.RateLimitError} After ten wrong codes for a number within an hour.
   */
  track(key: CaseKey, at?: string): Promise<CaseTracking>;
  /**
   * Rates an answered case, once.
   * @throws {errors.ValidationError} As `track` does, and when the case has no answer yet or is rated already.
   */
  rate(rating: CaseRating, at?: string): Promise<LetterTracking>;
}

export function createTracking(engine: Engine, attempts: Attempts, publication: Publication): Tracking {
  const { db, sealing } = engine;
  /** Compared with when there is no such case, so that both refusals do the same work. */
  const nobody = 'A'.repeat(44);

  const authenticate = async ({ number, code }: CaseKey): Promise<CaseRow> => {
    const now = engine.now().getTime();
    if (attempts.isExhausted(number, now)) throw new errors.RateLimitError(t('track.tooMany'));
    const row = await onConnection(db, (knex) => findCase(knex, number));
    const matches = sealing().isCode(number, code, row?.code_hash ?? nobody);
    if (row && matches) return row;
    attempts.fail(number, now);
    throw new errors.ValidationError(t('track.unknown'), { fields: [{ field: 'code', message: t('track.unknown') }] });
  };

  return {
    async track(body, at = engine.now().toISOString()) {
      const row = await authenticate(parseBody(caseKey, body));
      if (row.kind === 'opinion') return opinionTrackingOf(engine, row);
      return onConnection(db, (knex) => trackingOf(knex, row, at));
    },

    async rate(body, at = engine.now().toISOString()) {
      const { number, code, rating, comment } = parseBody(caseRating, body);
      await authenticate({ number, code });
      return inTransaction(db, async (knex) => {
        const row = (await lockCase(knex, number))!;
        const stage = row.kind === 'letter' ? nextStage(factsOf(row), 'rate') : undefined;
        if (!stage) throw rateRefusal(row);
        const instant = laterOf(at, await lastStepAt(knex, row.id));
        const patch: Partial<CaseRow> = {
          stage,
          rating,
          rating_comment: comment || null,
          rated_at: instant,
          ...(rating <= BAD && {
            rectify_due_on: workingDeadline(shanghaiDate(instant), letterKind.rectificationLimit).dueOn,
          }),
        };
        const step = { event: 'rate', stage, at: instant, actor_id: null, actor_name: t('actor.citizen'), note: RATING_LABELS[rating], remark: null };
        const rated = await changeCase(knex, row, patch, step);
        await publication.changed(rated);
        return trackingOf(knex, rated, at);
      });
    },
  };
}

function rateRefusal(row: CaseRow): errors.ValidationError {
  const message = row.rating === null ? t('rate.tooEarly') : t('rate.again');
  return new errors.ValidationError(message, { fields: [{ field: 'rating', message }] });
}

async function opinionTrackingOf({ findConsultation }: Engine, row: CaseRow): Promise<OpinionTracking> {
  const target = row.about ? await findConsultation(row.about) : undefined;
  return {
    number: row.number,
    kind: 'opinion',
    title: row.title,
    ...(row.part && { part: row.part }),
    body: row.body,
    receivedAt: row.received_at,
    ...(row.agency_name && { agencyName: row.agency_name }),
    ...(row.outcome && { outcome: row.outcome, reason: row.answer ?? '' }),
    ...(target?.path && { path: target.path }),
  };
}

async function trackingOf(knex: Knex, row: CaseRow, at: string): Promise<LetterTracking> {
  const facts = factsOf(row);
  const answered = isAnswered(row.stage) && row.answer !== null && row.answered_at !== null;
  const { urgency } = dueIn(row.due_on, at, row.answered_at);
  return {
    number: row.number,
    kind: 'letter',
    purpose: row.purpose as LetterPurpose,
    title: row.title,
    body: row.body,
    state: stateShown(facts),
    ...(row.agency_name && { agencyName: row.agency_name }),
    receivedAt: row.received_at,
    dueOn: row.due_on,
    limit: row.limit_days,
    overdue: urgency === 'overdue' || urgency === 'missed',
    calculation: deadlineOf(row.received_at, row.limit_days).calculation,
    timeline: timelineOf(await stepsOf(knex, row.id)),
    ...(answered && { answer: row.answer!, answeredAt: row.answered_at! }),
    mayRate: nextStage(facts, 'rate') !== undefined,
    ...(row.rating && { rating: row.rating }),
    ...(row.stage === 'public' && row.path && { path: row.path }),
  };
}

/** The later of two instants. */
export function laterOf(one: string, other: string): string {
  return other > one ? other : one;
}
