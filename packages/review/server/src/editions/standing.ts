import { judge, type Move, MOVE_LABELS, MOVES } from '../flow/moves.ts';
import type { Review } from '../review.ts';
import { onConnection, type Sql } from '../store/connection.ts';
import { loadNames } from './actor.ts';
import { type DocumentKey, rowWhere } from './document.ts';
import { findLastPublished } from './edition-store.ts';
import { filledSeats, type Scene, setScene } from './scene.ts';
import { openSeats } from '../flow/seats.ts';
import type { ChangeKind } from './edition.ts';

/** Somebody by name. */
export interface Person {
  id: number;
  name: string;
}

/** One stage as the panel shows it. */
export interface StageStanding {
  name: string;
  countersign: 'any' | 'all';
  days: number;
  state: 'done' | 'current' | 'coming';
  approvals: { by: Person; standsInFor?: Person; at: string; remark?: string }[];
  /** Roles and people it still waits for. */
  waitsFor: { roles: string[]; people: Person[] };
}

/** Where a document stands for the person who asks, and what they may do. */
export interface Standing {
  edition: null | {
    id: number;
    state: 'drafting' | 'returned' | 'reviewing' | 'scheduled';
    round: number;
    openedAt: string;
    changedAt: string;
    contributors: Person[];
    submitted: { by: Person; at: string } | null;
    returned: { by: Person | null; at: string; text: string } | null;
    publishAt: string | null;
    changeKind: ChangeKind | null;
    changeNote: string | null;
  };
  stages: StageStanding[];
  holder: Person | null;
  due: { at: string; isOverdue: boolean } | null;
  moves: { move: Move; label: string; allowed: boolean; reason?: string }[];
  /** The one thing to do next, for this person. */
  next: Move | null;
  published: null | { at: string; path: string | null; live: boolean };
  withdrawn: null | { reason: string; by: Person | null; at: string };
  withdrawalAt: string | null;
  forced: null | { by: Person; reason: string; at: string };
  /** How many remarks are not settled. */
  remarks: number;
}

/** What is offered first, of what is allowed. */
const FIRST: readonly Move[] = ['confirm', 'submit', 'approve'];

/** Says where a document stands. @throws {errors.NotFoundError} */
export const standingOf = (review: Review, key: DocumentKey, personId: number): Promise<Standing> =>
  onConnection(review.strapi, (sql) => describe(review, sql, key, personId));

async function describe(review: Review, sql: Sql, key: DocumentKey, personId: number): Promise<Standing> {
  const scene = await setScene(review, sql, key, personId);
  const nameOf = await namesIn(scene);
  const moves = MOVES.map((move) => {
    const verdict = judge(move, scene.situation);
    return {
      move,
      label: MOVE_LABELS[move],
      allowed: verdict.allowed,
      ...(!verdict.allowed && { reason: verdict.reason }),
    };
  });
  const { edition, base, forced, withdrawalPlan } = scene;
  const dueAt = edition?.state === 'reviewing' ? edition.dueAt : null;
  return {
    edition: describeEdition(scene, nameOf),
    stages: scene.stages.map((_, index) => describeStage(scene, index, nameOf)),
    holder: edition?.holder ? nameOf(edition.holder) : null,
    due: dueAt ? { at: dueAt, isOverdue: dueAt < review.now().toISOString() } : null,
    moves,
    next: FIRST.find((move) => moves.some((one) => one.move === move && one.allowed)) ?? null,
    published: await describePublished(review, sql, scene),
    withdrawn: base.withdrawal
      ? {
          reason: base.withdrawal.reason,
          by: base.withdrawal.person ? nameOf(base.withdrawal.person) : null,
          at: base.withdrawal.at,
        }
      : null,
    withdrawalAt: withdrawalPlan?.at ?? null,
    forced: forced
      ? { by: nameOf(forced.edition.forced!.by), reason: forced.edition.forced!.reason, at: forced.edition.closedAt! }
      : null,
    remarks: await countRemarks(sql, key),
  };
}

type NameOf = (id: number) => Person;

async function namesIn({ review, edition, contributors, approvals, stages, forced, base }: Scene): Promise<NameOf> {
  const ids = [
    ...contributors,
    edition?.submittedBy,
    edition?.holder,
    edition?.returned?.by,
    forced?.edition.forced?.by,
    base.withdrawal?.person,
    ...approvals.flatMap(({ person, standsInFor }) => [person, standsInFor]),
    ...stages.flatMap(({ users }) => users),
  ];
  const names = await loadNames(
    review.strapi,
    ids.map((id) => id ?? null),
  );
  return (id) => ({ id, name: names.get(id) ?? '一位同事' });
}

function describeEdition({ edition, situation, contributors }: Scene, nameOf: NameOf): Standing['edition'] {
  if (situation.state === 'none') return null;
  if (!edition) {
    // Written before editions were kept, or by a program: it gets its edition with the first move.
    const people = contributors.map((id) => nameOf(id));
    return {
      id: 0,
      state: 'drafting',
      round: 0,
      openedAt: '',
      changedAt: '',
      contributors: people,
      submitted: null,
      returned: null,
      publishAt: null,
      changeKind: null,
      changeNote: null,
    };
  }
  const { id, round, openedAt, changedAt, submittedBy, submittedAt, returned, publishAt, changeKind, changeNote } =
    edition;
  return {
    id,
    state: situation.state,
    round,
    openedAt,
    changedAt,
    publishAt,
    changeKind,
    changeNote,
    contributors: contributors.map(nameOf),
    submitted: submittedBy && submittedAt ? { by: nameOf(submittedBy), at: submittedAt } : null,
    returned: returned && { by: returned.by ? nameOf(returned.by) : null, at: returned.at, text: returned.text },
  };
}

function describeStage({ edition, approvals, stages }: Scene, index: number, nameOf: NameOf): StageStanding {
  const stage = stages[index]!;
  const { name, countersign, days } = stage;
  const own = approvals.filter((approval) => approval.stage === index);
  const open = openSeats(stage, filledSeats(approvals, index));
  const isUnderWay = edition?.state === 'reviewing' || edition?.state === 'scheduled';
  const current = edition?.state === 'reviewing' && edition.stage === index;
  const part = (kind: string) => open.filter((seat) => seat.startsWith(kind)).map((seat) => seat.slice(kind.length));
  return {
    name,
    countersign,
    days,
    state: current ? 'current' : isUnderWay && open.length === 0 ? 'done' : 'coming',
    approvals: own.map(({ person, standsInFor, at, remark }) => ({
      by: nameOf(person),
      at,
      ...(standsInFor !== null && { standsInFor: nameOf(standsInFor) }),
      ...(remark !== null && { remark }),
    })),
    waitsFor: { roles: part('role:'), people: part('user:').map((id) => nameOf(Number(id))) },
  };
}

async function describePublished(
  review: Review,
  sql: Sql,
  { key, base, draft }: Scene,
): Promise<Standing['published']> {
  if (base.presence === 'never') return null;
  const last = await findLastPublished(sql, key);
  const row = (await review.strapi.db.query(key.uid as never).findOne({
    where: rowWhere(review.strapi, key, 'published'),
    select: ['publishedAt'],
  } as never)) as { publishedAt: string | Date } | null;
  const at = last?.closedAt ?? (row ? new Date(row.publishedAt).toISOString() : '');
  return { at, path: draft.path, live: base.presence === 'live' };
}

async function countRemarks(sql: Sql, { uid, documentId, locale }: DocumentKey): Promise<number> {
  const row = await sql('review_remarks')
    .where({ uid, document_id: documentId, locale })
    .whereNull('settled_at')
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
