import { LETTER_PURPOSE_LABELS, RATING_LABELS, type LetterPurpose } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t, type StringKey } from '../../../strings/t.ts';
import { sees, seesAll, type Actor } from '../domain/actor.ts';
import { deadlineOf, dueIn } from '../domain/deadline.ts';
import { possibleEvents } from '../domain/rules.ts';
import type { Stage } from '../domain/stages.ts';
import { factsOf, type CaseRow, type StepRow } from '../store/case-row.ts';
import { findCase, stepsOf } from '../store/case-store.ts';
import { onConnection, type Knex } from '../store/connection.ts';
import { writersOf } from './change.ts';
import type { Engine } from './engine.ts';
import type { Publishing } from './publishing.ts';
import type { CaseList, CaseListItem, CaseView, Tab } from './view-types.ts';

const PAGE_SIZE = 20;
const OPEN_STAGES: Stage[] = ['received', 'assigned', 'handling', 'review'];

/** What staff read. Name and number are in none of it. */
export interface Views {
  list(query: { tab: Tab; search: string; page: number }, actor: Actor): Promise<CaseList>;
  /** @throws {errors.NotFoundError} For a case of another agency as for none. */
  read(number: string, actor: Actor): Promise<CaseView>;
}

export function createViews({ db, now, portalUrl }: Engine, publishing: Publishing): Views {
  return {
    list: ({ tab, search, page }, actor) =>
      onConnection(db, async (knex) => {
        const at = now().toISOString();
        const found = searched(inTab(scoped(knex, actor), tab, actor), search);
        const total = await countOf(found);
        const rows: CaseRow[] = await sorted(found.clone(), tab).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE);
        const waiting = await countOf(inTab(scoped(knex, actor), 'todo', actor));
        const quarantined = await countOf(inTab(scoped(knex, actor), 'spam', actor));
        return { items: rows.map((row) => itemOf(row, at)), total, page, pageSize: PAGE_SIZE, waiting, quarantined };
      }),

    read: (number, actor) =>
      onConnection(db, async (knex) => {
        const row = await findCase(knex, number);
        if (row?.kind !== 'letter' || !sees(actor, row)) throw new errors.NotFoundError(t('refused.notFound'));
        return viewOf(knex, row, { actor, at: now().toISOString(), publishing, portalUrl });
      }),
  };
}

type Query = ReturnType<Knex['queryBuilder']>;

function scoped(knex: Knex, actor: Actor): Query {
  const cases = knex('cases').where({ kind: 'letter' });
  return seesAll(actor) ? cases : cases.whereIn('agency', [...actor.agencies]);
}

function inTab(cases: Query, tab: Tab, actor: Actor): Query {
  if (tab === 'spam') return cases.where({ quarantined: 1 });
  const real = cases.where({ quarantined: 0 });
  switch (tab) {
    case 'todo':
      return real.where((any) => waitingFor(any, actor));
    case 'handling':
      return real.whereIn('stage', ['assigned', 'handling']);
    case 'review':
      return real.where({ stage: 'review' });
    case 'answered':
      return real.whereIn('stage', ['answered', 'public', 'closed']);
    default:
      return real;
  }
}

/** What waits for this person: by their rights, and never an answer of their own to approve. */
function waitingFor(cases: Query, { rights, id }: Actor): Query {
  cases.whereRaw('1 = 0');
  if (rights.has('assign')) cases.orWhere({ stage: 'received' });
  if (rights.has('handle')) {
    cases.orWhereIn('stage', ['assigned', 'handling']);
    cases.orWhere((bad) => bad.whereNotNull('rectify_due_on').whereNull('rectified_at'));
  }
  if (rights.has('approve')) {
    cases.orWhere((ready) => ready.whereIn('stage', ['review', 'answered']).whereNot('writers', 'like', `%[${id}]%`));
  }
  return cases;
}

function searched(cases: Query, search: string): Query {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    cases.where((any) => {
      for (const column of ['number', 'title', 'body', 'agency_name']) any.orWhereRaw(`LOWER(??) LIKE ? ESCAPE '\\'`, [column, pattern]);
    });
  }
  return cases;
}

function sorted(cases: Query, tab: Tab): Query {
  return tab === 'answered' || tab === 'all' || tab === 'spam'
    ? cases.orderBy('received_at', 'desc').orderBy('id', 'desc')
    : cases.orderBy('due_on').orderBy('received_at');
}

async function countOf(cases: Query): Promise<number> {
  return Number((await cases.clone().count({ count: '*' }).first())?.count ?? 0);
}

function itemOf(row: CaseRow, at: string): CaseListItem {
  const open = OPEN_STAGES.includes(row.stage);
  return {
    number: row.number,
    title: row.title,
    agencyName: row.agency_name,
    purpose: LETTER_PURPOSE_LABELS[row.purpose as LetterPurpose],
    stage: row.stage,
    receivedAt: row.received_at,
    dueOn: row.due_on,
    due: dueIn(row.due_on, at, open ? null : row.answered_at),
    rating: row.rating,
    rectifyDueOn: row.rectified_at ? null : row.rectify_due_on,
    suspicion: row.suspicion,
  };
}

interface Viewing {
  actor: Actor;
  at: string;
  publishing: Publishing;
  portalUrl: string;
}

async function viewOf(knex: Knex, row: CaseRow, { actor, at, publishing, portalUrl }: Viewing): Promise<CaseView> {
  const facts = { ...factsOf(row), writers: writersOf(row) };
  const can = possibleEvents(facts, actor);
  const accesses: { actor_name: string; at: string }[] = await knex('case_access').where({ case_id: row.id }).orderBy('id');
  return {
    ...itemOf(row, at),
    body: row.body,
    mayPublish: facts.mayPublish,
    quarantined: facts.quarantined,
    revision: row.revision,
    limit: row.limit_days,
    calculation: deadlineOf(row.received_at, row.limit_days).calculation,
    answer: row.answer,
    answeredAt: row.answered_at,
    ratingLabel: row.rating && RATING_LABELS[row.rating],
    ratingComment: row.rating_comment,
    erased: row.erased_at !== null,
    path: row.stage === 'public' ? row.path : null,
    url: row.stage === 'public' && portalUrl ? new URL(row.path!, portalUrl).href : null,
    publicVersion: publicVersionOf(row, publishing),
    steps: (await stepsOf(knex, row.id)).map(stepOf),
    accesses: accesses.map(({ actor_name, at: seenAt }) => ({ by: actor_name, at: seenAt })),
    can,
    ownAnswer: actor.id !== null && facts.writers.includes(actor.id),
    mayContact: actor.rights.has('contact') && row.erased_at === null,
  };
}

/** What is proposed to the public, or what it reads. Nothing before the answer, and nothing once it is withdrawn. */
function publicVersionOf(row: CaseRow, publishing: Publishing): CaseView['publicVersion'] {
  const concerned = row.stage === 'public' || (row.stage === 'answered' && row.may_publish === 1);
  return concerned ? publishing.propose(row) : null;
}

function stepOf({ event, at, actor_name, note, remark }: StepRow): CaseView['steps'][number] {
  return { label: t(`event.${event}` as StringKey), at, by: actor_name, note, remark };
}
