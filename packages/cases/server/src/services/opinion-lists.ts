import { OPINION_OUTCOME_LABELS, shanghaiMinute, type OpinionOutcome } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { seesAll, type Actor } from '../domain/actor.ts';
import { toCsv } from '../domain/csv.ts';
import { maskText } from '../domain/masking.ts';
import type { CaseRow } from '../store/case-row.ts';
import { inTransaction, onConnection, type Knex } from '../store/connection.ts';
import { openPersonal, type Engine } from './engine.ts';
import type { ConsultationLine, OpinionItem, OpinionList, OpinionTab } from './view-types.ts';

const PAGE_SIZE = 20;

/** What staff read of opinions. Name and number are shown on need only. */
export interface OpinionLists {
  /** Consultations with opinions this person may see, the latest first. */
  consultations(actor: Actor): Promise<ConsultationLine[]>;
  list(query: { consultation?: string | undefined; tab: OpinionTab; page: number }, actor: Actor): Promise<OpinionList>;
  /**
   * All opinions on a consultation as CSV, spam left out. Without `personal` everything that identifies is masked; with
   * it, who looked is written down for each opinion.
   * @throws {errors.ForbiddenError} When personal data is asked for without the right.
   */
  exportCsv(query: { consultation: string; personal: boolean }, actor: Actor, at?: string): Promise<string>;
}

export function createOpinionLists(engine: Engine): OpinionLists {
  const { db, sealing, now } = engine;
  return {
    consultations: (actor) =>
      onConnection(db, async (knex) => {
        const rows: { about: string; title: string; received: number | string; open: number | string }[] = await scoped(knex, actor)
          .where({ quarantined: 0 })
          .groupBy('about')
          .select('about')
          .max({ title: 'title' })
          .count({ received: '*' })
          .select(knex.raw('SUM(CASE WHEN outcome IS NULL THEN 1 ELSE 0 END) AS open'))
          .orderByRaw('MAX(id) DESC');
        return rows.map(({ about, title, received, open }) => ({ id: about, title, received: Number(received), open: Number(open) }));
      }),

    list: ({ consultation, tab, page }, actor) =>
      onConnection(db, async (knex) => {
        const found = inTab(scoped(knex, actor), tab);
        if (consultation) found.where({ about: consultation });
        const total = Number((await found.clone().count({ count: '*' }).first())?.count ?? 0);
        const rows: CaseRow[] = await found.clone().orderBy('received_at', 'desc').orderBy('id', 'desc').limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE);
        return { items: rows.map((row) => itemOf(row, actor)), total, page, pageSize: PAGE_SIZE, mayHandle: actor.rights.has('opinion-handle'), mayContact: actor.rights.has('contact') };
      }),

    exportCsv: ({ consultation, personal }, actor, at = now().toISOString()) =>
      inTransaction(db, async (knex) => {
        if (personal && !actor.rights.has('contact')) throw new errors.ForbiddenError(t('refused.right'));
        const rows: CaseRow[] = await scoped(knex, actor).where({ about: consultation, quarantined: 0 }).orderBy('id');
        if (personal)
          for (const { id, number } of rows) await knex('case_access').insert({ case_id: id, number, actor_id: actor.id, actor_name: actor.name, at });
        const head = ['编号', '收到时间', '针对的条款', '意见', '处理结果', '理由', ...(personal ? ['姓名', '电话'] : [])];
        return toCsv([head, ...rows.map((row) => lineOf(row, openPersonal(sealing(), row), personal))]);
      }),
  };
}

type Query = ReturnType<Knex['queryBuilder']>;

function scoped(knex: Knex, actor: Actor): Query {
  const opinions = knex('cases').where({ kind: 'opinion' });
  if (!actor.rights.has('opinion-read')) return opinions.whereRaw('1 = 0');
  return seesAll(actor) ? opinions : opinions.whereIn('agency', [...actor.agencies]);
}

function inTab(opinions: Query, tab: OpinionTab): Query {
  if (tab === 'spam') return opinions.where({ quarantined: 1 });
  const real = opinions.where({ quarantined: 0 });
  if (tab === 'open') return real.whereNull('outcome');
  return tab === 'weighed' ? real.whereNotNull('outcome') : real;
}

function itemOf(row: CaseRow, { rights }: Actor): OpinionItem {
  return {
    number: row.number,
    consultation: row.about!,
    title: row.title,
    part: row.part,
    body: row.body,
    receivedAt: row.received_at,
    outcome: row.outcome,
    reason: row.answer,
    revision: row.revision,
    quarantined: row.quarantined === 1,
    suspicion: row.suspicion,
    hasContact: rights.has('contact') && (row.name_sealed ?? row.phone_sealed) !== null,
  };
}

function lineOf(row: CaseRow, person: { name?: string; phone?: string }, personal: boolean): string[] {
  const text = personal ? row.body : maskText(row.body, person);
  const outcome = row.outcome ? OPINION_OUTCOME_LABELS[row.outcome as OpinionOutcome] : '';
  const line = [row.number, shanghaiMinute(row.received_at), row.part ?? '', text, outcome, row.answer ?? ''];
  return personal ? [...line, person.name ?? '', person.phone ?? ''] : line;
}
