/** Where an edition stands; `none` when a document has no open one. */
export const STATES = ['none', 'drafting', 'returned', 'reviewing', 'scheduled'] as const;
export type State = (typeof STATES)[number];

/** Whether visitors see the document: never yet, now, or no longer. */
export const PRESENCES = ['never', 'live', 'withdrawn'] as const;
export type Presence = (typeof PRESENCES)[number];

export const EDITION_MOVES = [
  'submit',
  'recall',
  'claim',
  'release',
  'approve',
  'return',
  'reassign',
  'schedule',
  'unschedule',
  'publish',
  'force',
  'discard',
] as const;
export const DOCUMENT_MOVES = ['confirm', 'withdraw', 'cancel-withdrawal', 'restore', 'move'] as const;
export const MOVES = [...EDITION_MOVES, ...DOCUMENT_MOVES] as const;
export type EditionMove = (typeof EDITION_MOVES)[number];
export type DocumentMove = (typeof DOCUMENT_MOVES)[number];
export type Move = (typeof MOVES)[number];

/** What a move is called on a button. */
export const MOVE_LABELS: Record<Move, string> = {
  submit: '送审',
  recall: '撤回',
  claim: '领取',
  release: '放回',
  approve: '通过',
  return: '退回',
  reassign: '转交',
  schedule: '改定时',
  unschedule: '取消定时',
  publish: '立即发布',
  force: '紧急发布',
  discard: '放弃修改',
  confirm: '追认',
  withdraw: '撤下',
  'cancel-withdrawal': '取消定时撤下',
  restore: '恢复',
  move: '移到别的栏目',
};

/** Everything that decides whether somebody may make a move now. */
export interface Situation {
  state: State;
  presence: Presence;
  /** A forced publication waits for its second person. */
  isForced: boolean;
  withdrawalIsPlanned: boolean;
  /** What was withdrawn is still the draft, unchanged. */
  draftIsAsWithdrawn: boolean;
  /** Name of the current stage. */
  stage?: string | undefined;
  /** Who has claimed it, unless it is the person who asks. */
  heldBy?: string | undefined;
  /** Name of somebody who forced it. */
  person: {
    /** Belongs to the document's agency, or acts for all. */
    belongs: boolean;
    /** May write documents of the agency. */
    writes: boolean;
    /** Wrote or changed this edition. */
    wrote: boolean;
    /** Approved another stage of this round, or this one. */
    hasApproved: boolean;
    /** A seat of the current stage is theirs to take. */
    hasSeat: boolean;
    holds: boolean;
    /** May act in the last stage of the flow: signs. */
    signs: boolean;
    /** Administers the site. */
    administers: boolean;
    mayForce: boolean;
    mayWithdraw: boolean;
    /** Forced what is live now. */
    forced: boolean;
    /** Wrote what was published last. */
    wroteLive: boolean;
  };
}

/** Where a move leads, or why it is not to be made from here. */
type Cell = { to: State | 'published' | 'discarded' | 'same' | 'forward' } | { why: string };
const to = (target: Extract<Cell, { to: unknown }>['to']): Cell => ({ to: target });
const why = (reason: string): Cell => ({ why: reason });

const NOTHING = why('没有待发布的改动');
const DRAFTED = why('还没有送审');
const SIGNED = why('已经签发，正等着定时发布');
const IN_REVIEW = why('已经在审核中');

/** The table of moves of an edition: a row for each move, a cell for each state. */
export const EDITION_TABLE: Record<EditionMove, Record<State, Cell>> = {
  submit: {
    none: NOTHING,
    drafting: to('reviewing'),
    returned: to('reviewing'),
    reviewing: IN_REVIEW,
    scheduled: SIGNED,
  },
  recall: {
    none: NOTHING,
    drafting: DRAFTED,
    returned: why('已经退回，可以直接修改'),
    reviewing: to('drafting'),
    scheduled: to('drafting'),
  },
  claim: { none: NOTHING, drafting: DRAFTED, returned: DRAFTED, reviewing: to('same'), scheduled: SIGNED },
  release: { none: NOTHING, drafting: DRAFTED, returned: DRAFTED, reviewing: to('same'), scheduled: SIGNED },
  approve: { none: NOTHING, drafting: DRAFTED, returned: DRAFTED, reviewing: to('forward'), scheduled: SIGNED },
  return: {
    none: NOTHING,
    drafting: DRAFTED,
    returned: why('已经退回'),
    reviewing: to('returned'),
    scheduled: to('returned'),
  },
  reassign: { none: NOTHING, drafting: DRAFTED, returned: DRAFTED, reviewing: to('same'), scheduled: SIGNED },
  schedule: {
    none: NOTHING,
    drafting: why('送审时可以选发布时间'),
    returned: why('送审时可以选发布时间'),
    reviewing: to('same'),
    scheduled: to('same'),
  },
  unschedule: {
    none: NOTHING,
    drafting: why('没有定时'),
    returned: why('没有定时'),
    reviewing: why('还没有签发，定时可以改'),
    scheduled: to('reviewing'),
  },
  publish: {
    none: NOTHING,
    drafting: DRAFTED,
    returned: DRAFTED,
    reviewing: why('审核还没有全部通过'),
    scheduled: to('published'),
  },
  force: {
    none: NOTHING,
    drafting: to('published'),
    returned: to('published'),
    reviewing: to('published'),
    scheduled: to('published'),
  },
  discard: {
    none: NOTHING,
    drafting: to('discarded'),
    returned: to('discarded'),
    reviewing: why('正在审核，请先撤回'),
    scheduled: why('正等着定时发布，请先撤回'),
  },
};

/** The table of moves of a published document, by whether visitors see it. */
export const DOCUMENT_TABLE: Record<DocumentMove, Record<Presence, Cell>> = {
  confirm: { never: why('没有等待追认的紧急发布'), live: to('same'), withdrawn: why('已经撤下，不用再追认') },
  withdraw: { never: why('还没有发布过'), live: to('same'), withdrawn: why('已经撤下') },
  'cancel-withdrawal': { never: why('没有定时撤下'), live: to('same'), withdrawn: why('已经撤下') },
  restore: { never: why('还没有发布过'), live: why('没有撤下'), withdrawn: to('same') },
  move: { never: why('还没有发布过，直接改“栏目”即可'), live: to('same'), withdrawn: why('已经撤下，请先恢复') },
};

type Condition = (situation: Situation) => string | undefined;
const unless =
  (holds: (situation: Situation) => boolean, reason: string | ((s: Situation) => string)): Condition =>
  (situation) =>
    holds(situation) ? undefined : typeof reason === 'string' ? reason : reason(situation);

const belongs = unless(({ person }) => person.belongs, '不是您所在机构的内容');
const writes = unless(({ person }) => person.writes, '您的角色不能改稿');
const isFree = unless(
  ({ heldBy }) => !heldBy,
  ({ heldBy }) => `已由${heldBy}领取，可请对方放回或转交`,
);
const didNotWrite = unless(({ person }) => !person.wrote, '您写过或改过这一稿，要由别人来审');
const didNotApprove = unless(({ person }) => !person.hasApproved, '这一轮您已经审过一次，要由另一个人来审');
const hasSeat = unless(
  ({ person }) => person.hasSeat,
  ({ stage }) => `“${stage ?? '这一环节'}”不由您审`,
);
const signs = unless(({ person }) => person.signs, '要由能签发的人来做');
const holds = unless(({ person }) => person.holds || person.administers, '不是您领取的');
const mayForce = unless(({ person }) => person.mayForce, '您没有紧急发布的权限');
const mayWithdraw = unless(({ person }) => person.mayWithdraw, '您没有撤下和恢复的权限');
const noEdition = unless(({ state }) => state === 'none', '有一稿改动还没有发布，请在那一稿里改“栏目”，一并送审');
const asWithdrawn = unless(
  ({ state, draftIsAsWithdrawn }) => state === 'none' && draftIsAsWithdrawn,
  '撤下以后内容有改动，请送审，通过后就会重新上线',
);
const isForced = unless((situation) => situation.isForced, '没有等待追认的紧急发布');
const secondPerson = unless(
  ({ person }) => !person.forced && !person.wroteLive,
  '紧急发布要由另一个人追认：您是发布人或写过这一稿',
);
const isPlanned = unless(({ withdrawalIsPlanned }) => withdrawalIsPlanned, '没有定时撤下');
const wroteOrAdministers = unless(({ person }) => person.wrote || person.administers, '只有写过这一稿的人可以撤回');
const wasPublished = unless(({ presence }) => presence === 'live', '还没有上线的版本可以退回到，不要这篇内容请删除');

/** What must hold beside the table. The first that does not is the reason. */
export const CONDITIONS: Record<Move, readonly Condition[]> = {
  submit: [belongs, writes],
  recall: [belongs, wroteOrAdministers],
  claim: [belongs, hasSeat, didNotWrite, didNotApprove, isFree],
  release: [belongs, holds],
  approve: [belongs, hasSeat, didNotWrite, didNotApprove, isFree],
  return: [belongs, canReturn, didNotWrite, isFree],
  reassign: [belongs, canReturn, didNotWrite, isFree],
  schedule: [belongs, canPlan],
  unschedule: [belongs, signs],
  publish: [belongs, signs],
  force: [belongs, mayForce],
  discard: [belongs, writes, wasPublished],
  confirm: [belongs, isForced, signs, secondPerson],
  withdraw: [belongs, mayWithdraw],
  'cancel-withdrawal': [belongs, isPlanned, mayWithdraw],
  restore: [belongs, mayWithdraw, asWithdrawn],
  move: [belongs, mayWithdraw, noEdition],
};

/** Returning needs a seat of the stage, or a signer's when everything is signed already. */
function canReturn(situation: Situation): string | undefined {
  return situation.state === 'scheduled' ? signs(situation) : hasSeat(situation);
}

/** The time of publication is planned by who wrote it until it is signed, and by signers. */
function canPlan(situation: Situation): string | undefined {
  const { state, person } = situation;
  if (state === 'reviewing' && person.wrote) return undefined;
  return signs(situation);
}

export type Verdict = { allowed: true; to: Extract<Cell, { to: unknown }>['to'] } | { allowed: false; reason: string };

/** Says whether somebody may make a move in a situation: the table first, then its conditions in order. */
export function judge(move: Move, situation: Situation): Verdict {
  const cell = isDocumentMove(move) ? DOCUMENT_TABLE[move][situation.presence] : EDITION_TABLE[move][situation.state];
  if ('why' in cell) return { allowed: false, reason: cell.why };
  for (const condition of CONDITIONS[move]) {
    const reason = condition(situation);
    if (reason) return { allowed: false, reason };
  }
  return { allowed: true, to: cell.to };
}

export const isDocumentMove = (move: Move): move is DocumentMove =>
  (DOCUMENT_MOVES as readonly string[]).includes(move);
export const isMove = (word: unknown): word is Move => (MOVES as readonly unknown[]).includes(word);

/**
 * Where a real change of the draft leads. Before the first approval the review goes on with the new text; afterwards
 * it begins again, and the approvals of the round are void.
 */
export function judgeEdit(state: State, hasApprovals: boolean): { to: State; beginsAgain: boolean } {
  if (state === 'none') return { to: 'drafting', beginsAgain: false };
  if (state === 'scheduled' || (state === 'reviewing' && hasApprovals)) return { to: 'reviewing', beginsAgain: true };
  return { to: state, beginsAgain: false };
}
