import { opinionOutcome, OPINION_OUTCOMES, type OpinionFigures, type OpinionOutcome } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { sees } from '../domain/actor.ts';
import { fieldError } from '../domain/parse-body.ts';
import type { CaseRow } from '../store/case-row.ts';
import { changeCase, lastStepAt, lockCase } from '../store/case-store.ts';
import { inTransaction, onConnection, type Knex } from '../store/connection.ts';
import { flushDue, markDue, OPINIONS_DUE } from '../store/due.ts';
import type { Act } from './change.ts';
import type { Engine, FeedSource } from './engine.ts';
import { createOpinionLists, type OpinionLists } from './opinion-lists.ts';
import { laterOf } from './tracking.ts';

const TYPE = 'opinion-figures';

/** Opinions on consultations, from the list to what became of each. */
export interface Opinions extends OpinionLists {
  /**
   * 处理: says what becomes of an opinion, and why. It may be said anew until the report is written.
   * @throws {errors.ValidationError} Without a reason.
   */
  weigh(number: string, verdict: { outcome: OpinionOutcome; reason: string }, act: Act): Promise<CaseRow>;
  /** Puts an opinion among the spam, or takes it out again. */
  quarantine(number: string, act: Act): Promise<CaseRow>;
  release(number: string, act: Act): Promise<CaseRow>;
  /** How many opinions on a consultation came in, spam left out. */
  count(consultation: string): Promise<number>;
  /** Tells the feed about the consultations whose figures changed since it was last told. */
  flush(): Promise<void>;
  source: FeedSource;
}

/** @param onChange Called after figures changed. */
export function createOpinions(engine: Engine, onChange: () => void): Opinions {
  const { db, feed, now } = engine;

  /** The one way staff change an opinion: rights, scope and the step are written in one transaction. */
  const change = async (number: string, event: string, { actor, at = now().toISOString(), revision }: Act, patchOf: (row: CaseRow, at: string) => Partial<CaseRow>) => {
    const changed = await inTransaction(db, async (knex) => {
      const row = await lockCase(knex, number);
      if (row?.kind !== 'opinion' || !sees(actor, row)) throw new errors.NotFoundError(t('refused.notFound'));
      if (!actor.rights.has('opinion-handle')) throw new errors.ForbiddenError(t('refused.right'));
      if (revision !== undefined && revision !== row.revision) throw new errors.ApplicationError(t('refused.changed'));
      if (row.quarantined === (event === 'release' ? 0 : 1)) throw new errors.ApplicationError(t('refused.stage'));
      const instant = laterOf(at, await lastStepAt(knex, row.id));
      const patch = patchOf(row, instant);
      const step = { event, stage: patch.stage ?? row.stage, at: instant, actor_id: actor.id, actor_name: actor.name, note: null, remark: null };
      const after = await changeCase(knex, row, patch, step);
      await markDue(knex, OPINIONS_DUE, row.about!);
      return after;
    });
    onChange();
    return changed;
  };

  return {
    ...createOpinionLists(engine),

    weigh: (number, { outcome, reason }, act) =>
      change(number, 'weigh', act, (_, at) => {
        if (!opinionOutcome.safeParse(outcome).success) throw fieldError('outcome', t('opinion.outcomeNeeded'));
        if (!reason?.trim()) throw fieldError('reason', t('opinion.reasonNeeded'));
        return { outcome, answer: reason.trim(), answered_at: at, stage: 'answered', ended_at: at };
      }),
    quarantine: (number, act) => change(number, 'quarantine', act, () => ({ quarantined: 1 })),
    release: (number, act) => change(number, 'release', act, () => ({ quarantined: 0 })),

    count: async (consultation) => (await onConnection(db, (knex) => countOpinions(knex, consultation))).received,

    flush: () => flushDue(db, OPINIONS_DUE, async (documentId) => void (await feed().record({ kind: 'upsert', type: TYPE, documentId }))),

    source: {
      type: TYPE,
      async *all() {
        const rows: { about: string }[] = await onConnection(db, (knex) => counted(knex).distinct('about').orderBy('about'));
        for (const { about } of rows) yield { documentId: about, data: await onConnection(db, (knex) => countOpinions(knex, about)) };
      },
      async one(documentId) {
        const data = await onConnection(db, (knex) => countOpinions(knex, documentId));
        return data.received > 0 ? { documentId, data } : undefined;
      },
    },
  };
}

const counted = (knex: Knex) => knex('cases').where({ kind: 'opinion', quarantined: 0 });

async function countOpinions(knex: Knex, about: string): Promise<OpinionFigures & Record<string, unknown>> {
  const rows: { outcome: OpinionOutcome | null; count: number | string }[] = await counted(knex).where({ about }).groupBy('outcome').select('outcome').count({ count: '*' });
  const by = (outcome: OpinionOutcome) => Number(rows.find((row) => row.outcome === outcome)?.count ?? 0);
  return {
    consultation: { type: 'consultation', documentId: about },
    received: rows.reduce((sum, { count }) => sum + Number(count), 0),
    ...(Object.fromEntries(OPINION_OUTCOMES.map((outcome) => [outcome, by(outcome)])) as Record<OpinionOutcome, number>),
  };
}

