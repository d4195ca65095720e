import { describe, expect, test } from 'vitest';

import {
  CONDITIONS,
  DOCUMENT_MOVES,
  DOCUMENT_TABLE,
  EDITION_MOVES,
  EDITION_TABLE,
  judge,
  judgeEdit,
  type Move,
  MOVE_LABELS,
  MOVES,
  PRESENCES,
  type Situation,
  STATES,
} from './moves.ts';

/** Somebody who may do everything, and the situation each state is usually met in. */
const situation = (
  more: Partial<Omit<Situation, 'person'>> = {},
  person: Partial<Situation['person']> = {},
): Situation => ({
  state: 'none',
  presence: 'live',
  isForced: true,
  withdrawalIsPlanned: true,
  draftIsAsWithdrawn: true,
  stage: '初审',
  ...more,
  person: {
    belongs: true,
    writes: true,
    wrote: false,
    hasApproved: false,
    hasSeat: true,
    holds: true,
    signs: true,
    administers: false,
    mayForce: true,
    mayWithdraw: true,
    forced: false,
    wroteLive: false,
    ...person,
  },
});
/** Moves of the writers need one. */
const BY_WRITER = new Set<Move>(['recall']);

/** The whole table, written down a second time: where each move leads from each state, or why it is refused. */
const EDITION_CELLS: Record<(typeof EDITION_MOVES)[number], readonly string[]> = {
  //          none               drafting            returned            reviewing                     scheduled
  submit: ['没有待发布的改动', '→reviewing', '→reviewing', '已经在审核中', '已经签发，正等着定时发布'],
  recall: ['没有待发布的改动', '还没有送审', '已经退回，可以直接修改', '→drafting', '→drafting'],
  claim: ['没有待发布的改动', '还没有送审', '还没有送审', '→same', '已经签发，正等着定时发布'],
  release: ['没有待发布的改动', '还没有送审', '还没有送审', '→same', '已经签发，正等着定时发布'],
  approve: ['没有待发布的改动', '还没有送审', '还没有送审', '→forward', '已经签发，正等着定时发布'],
  return: ['没有待发布的改动', '还没有送审', '已经退回', '→returned', '→returned'],
  reassign: ['没有待发布的改动', '还没有送审', '还没有送审', '→same', '已经签发，正等着定时发布'],
  schedule: ['没有待发布的改动', '送审时可以选发布时间', '送审时可以选发布时间', '→same', '→same'],
  unschedule: ['没有待发布的改动', '没有定时', '没有定时', '还没有签发，定时可以改', '→reviewing'],
  publish: ['没有待发布的改动', '还没有送审', '还没有送审', '审核还没有全部通过', '→published'],
  force: ['没有待发布的改动', '→published', '→published', '→published', '→published'],
  discard: ['没有待发布的改动', '→discarded', '→discarded', '正在审核，请先撤回', '正等着定时发布，请先撤回'],
};
const DOCUMENT_CELLS: Record<(typeof DOCUMENT_MOVES)[number], readonly string[]> = {
  //                      never                     live          withdrawn
  confirm: ['没有等待追认的紧急发布', '→same', '已经撤下，不用再追认'],
  withdraw: ['还没有发布过', '→same', '已经撤下'],
  'cancel-withdrawal': ['没有定时撤下', '→same', '已经撤下'],
  restore: ['还没有发布过', '没有撤下', '→same'],
  move: ['还没有发布过，直接改“栏目”即可', '→same', '已经撤下，请先恢复'],
};
const said = (move: Move, where: Situation) => {
  const verdict = judge(move, where);
  return verdict.allowed ? `→${verdict.to}` : verdict.reason;
};

describe('the table of moves', () => {
  test.each(
    EDITION_MOVES.flatMap((move) => STATES.map((state, index) => [move, state, EDITION_CELLS[move][index]!] as const)),
  )('%s from %s: %s', (move, state, cell) => {
    expect(said(move, situation({ state }, { wrote: BY_WRITER.has(move) }))).toBe(cell);
  });

  test.each(
    DOCUMENT_MOVES.flatMap((move) =>
      PRESENCES.map((presence, index) => [move, presence, DOCUMENT_CELLS[move][index]!] as const),
    ),
  )('%s of a document that is %s: %s', (move, presence, cell) => {
    expect(said(move, situation({ presence }))).toBe(cell);
  });

  test('has a cell, a label and conditions for every move', () => {
    for (const move of MOVES) {
      expect(MOVE_LABELS[move]).toMatch(/\p{sc=Han}/u);
      expect(CONDITIONS[move].length).toBeGreaterThan(0);
    }
    expect(Object.keys(EDITION_TABLE).length + Object.keys(DOCUMENT_TABLE).length).toBe(MOVES.length);
  });
});

/** Each condition of each move, broken alone. */
const REFUSED: [Move, Partial<Omit<Situation, 'person'>>, Partial<Situation['person']>, string][] = [
  ['submit', { state: 'drafting' }, { writes: false }, '您的角色不能改稿'],
  ['recall', { state: 'reviewing' }, { wrote: false }, '只有写过这一稿的人可以撤回'],
  ['claim', { state: 'reviewing' }, { hasSeat: false }, '“初审”不由您审'],
  ['claim', { state: 'reviewing' }, { wrote: true }, '您写过或改过这一稿，要由别人来审'],
  ['claim', { state: 'reviewing' }, { hasApproved: true }, '这一轮您已经审过一次，要由另一个人来审'],
  ['claim', { state: 'reviewing', heldBy: '陆一川' }, {}, '已由陆一川领取，可请对方放回或转交'],
  ['release', { state: 'reviewing' }, { holds: false }, '不是您领取的'],
  ['approve', { state: 'reviewing' }, { hasSeat: false }, '“初审”不由您审'],
  ['approve', { state: 'reviewing' }, { wrote: true }, '您写过或改过这一稿，要由别人来审'],
  ['approve', { state: 'reviewing' }, { hasApproved: true }, '这一轮您已经审过一次，要由另一个人来审'],
  ['approve', { state: 'reviewing', heldBy: '陆一川' }, {}, '已由陆一川领取，可请对方放回或转交'],
  ['return', { state: 'reviewing' }, { hasSeat: false }, '“初审”不由您审'],
  ['return', { state: 'reviewing' }, { wrote: true }, '您写过或改过这一稿，要由别人来审'],
  ['return', { state: 'scheduled' }, { signs: false }, '要由能签发的人来做'],
  ['reassign', { state: 'reviewing', heldBy: '陆一川' }, {}, '已由陆一川领取，可请对方放回或转交'],
  ['schedule', { state: 'reviewing' }, { signs: false }, '要由能签发的人来做'],
  ['schedule', { state: 'scheduled' }, { signs: false, wrote: true }, '要由能签发的人来做'],
  ['unschedule', { state: 'scheduled' }, { signs: false }, '要由能签发的人来做'],
  ['publish', { state: 'scheduled' }, { signs: false }, '要由能签发的人来做'],
  ['force', { state: 'drafting' }, { mayForce: false }, '您没有紧急发布的权限'],
  ['discard', { state: 'drafting' }, { writes: false }, '您的角色不能改稿'],
  ['discard', { state: 'drafting', presence: 'never' }, {}, '还没有上线的版本可以退回到，不要这篇内容请删除'],
  ['confirm', { isForced: false }, {}, '没有等待追认的紧急发布'],
  ['confirm', {}, { signs: false }, '要由能签发的人来做'],
  ['confirm', {}, { forced: true }, '紧急发布要由另一个人追认：您是发布人或写过这一稿'],
  ['confirm', {}, { wroteLive: true }, '紧急发布要由另一个人追认：您是发布人或写过这一稿'],
  ['withdraw', {}, { mayWithdraw: false }, '您没有撤下和恢复的权限'],
  ['cancel-withdrawal', { withdrawalIsPlanned: false }, {}, '没有定时撤下'],
  ['cancel-withdrawal', {}, { mayWithdraw: false }, '您没有撤下和恢复的权限'],
  ['restore', { presence: 'withdrawn' }, { mayWithdraw: false }, '您没有撤下和恢复的权限'],
  [
    'restore',
    { presence: 'withdrawn', draftIsAsWithdrawn: false },
    {},
    '撤下以后内容有改动，请送审，通过后就会重新上线',
  ],
  ['restore', { presence: 'withdrawn', state: 'drafting' }, {}, '撤下以后内容有改动，请送审，通过后就会重新上线'],
  ['move', {}, { mayWithdraw: false }, '您没有撤下和恢复的权限'],
  ['move', { state: 'drafting' }, {}, '有一稿改动还没有发布，请在那一稿里改“栏目”，一并送审'],
];

describe('the conditions', () => {
  test.each(REFUSED)('%s %j %j: %s', (move, where, person, reason) => {
    expect(said(move, situation(where, person))).toBe(reason);
  });

  test.each(MOVES)('%s is for members of the agency', (move) => {
    const state = STATES.find((one) => move in EDITION_TABLE && 'to' in EDITION_TABLE[move as 'submit'][one]) ?? 'none';
    const presence =
      PRESENCES.find((one) => move in DOCUMENT_TABLE && 'to' in DOCUMENT_TABLE[move as 'move'][one]) ?? 'live';
    expect(said(move, situation({ state, presence }, { belongs: false }))).toBe('不是您所在机构的内容');
  });

  test('administrators release and recall what others hold or wrote', () => {
    expect(said('release', situation({ state: 'reviewing' }, { holds: false, administers: true }))).toBe('→same');
    expect(said('recall', situation({ state: 'reviewing' }, { wrote: false, administers: true }))).toBe('→drafting');
  });

  test('writers plan the time of what is not signed yet', () => {
    expect(said('schedule', situation({ state: 'reviewing' }, { signs: false, wrote: true }))).toBe('→same');
  });
});

describe('a real change', () => {
  test.each([
    ['none', false, 'drafting', false],
    ['drafting', false, 'drafting', false],
    ['returned', false, 'returned', false],
    ['reviewing', false, 'reviewing', false],
    ['reviewing', true, 'reviewing', true],
    ['scheduled', true, 'reviewing', true],
  ] as const)(
    'of a text that is %s, with approvals %s, leads to %s, from the start %s',
    (state, hasApprovals, to, beginsAgain) => {
      expect(judgeEdit(state, hasApprovals)).toEqual({ to, beginsAgain });
    },
  );
});
