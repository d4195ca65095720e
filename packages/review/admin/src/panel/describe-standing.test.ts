import { describe, expect, test } from 'vitest';

import type { StageStanding, Standing } from '../../../server/src/editions/standing.ts';
import { type Move, MOVE_LABELS, MOVES } from '../../../server/src/flow/moves.ts';
import { describeStanding as describeFor } from './describe-standing.ts';

const now = new Date('2026-11-26T06:00:00Z');
const describeStanding = (given: Standing, at: Date, roles = ['reviewer'], id = 9) => describeFor(given, { id, roles }, at);
const su = { id: 2, name: '苏禾' };
const lu = { id: 3, name: '陆一川' };

const stage = (name: string, more: Partial<StageStanding> = {}): StageStanding => ({
  name,
  countersign: 'any',
  days: 1,
  state: 'coming',
  approvals: [],
  waitsFor: { roles: [name === '签发' ? 'signer' : 'reviewer'], people: [] },
  ...more,
});
const passed = stage('初审', { state: 'done', approvals: [{ by: lu, at: '2026-11-26T02:12:00Z' }] });
const edition: NonNullable<Standing['edition']> = {
  id: 1,
  state: 'reviewing',
  round: 1,
  openedAt: '2026-11-26T01:00:00Z',
  changedAt: '2026-11-26T01:00:00Z',
  contributors: [su],
  submitted: { by: su, at: '2026-11-26T02:05:00Z' },
  returned: null,
  publishAt: null,
  changeKind: null,
  changeNote: null,
};
const standing = (more: Partial<Standing>, allowed: Move[] = []): Standing => ({
  edition,
  stages: [stage('初审', { state: 'current' }), stage('复审'), stage('签发')],
  holder: null,
  due: null,
  moves: MOVES.map((move) => ({ move, label: MOVE_LABELS[move], allowed: allowed.includes(move), ...(allowed.includes(move) ? {} : { reason: `${move} 不行` }) })),
  next: allowed[0] ?? null,
  published: null,
  withdrawn: null,
  withdrawalAt: null,
  forced: null,
  remarks: 0,
  ...more,
});

describe('describeStanding', () => {
  test('shows the way, who passed each stage and whom it waits for', () => {
    const said = describeStanding(standing({ stages: [passed, stage('复审', { state: 'current' }), stage('签发')] }), now);
    expect(said.headline).toBe('等待复审');
    expect(said.steps).toEqual([
      { name: '采编', state: 'done', lines: ['苏禾 10:05 送审'] },
      { name: '初审', state: 'done', lines: ['陆一川 10:12 通过'] },
      { name: '复审', state: 'current', lines: ['等一位审核通过'] },
      { name: '签发', state: 'waiting', lines: [] },
    ]);
  });

  test('calls the next step by what it leads to, with returning beside it and the rest in the menu', () => {
    const said = describeStanding(standing({}, ['approve', 'return', 'claim', 'reassign']), now);
    expect([said.next?.label, said.second?.label]).toEqual(['初审通过', '退回修改']);
    expect(said.others.map(({ label }) => label)).toEqual(['领取', '转交']);
  });

  test('says that the last approval publishes, or when', () => {
    const stages = [passed, stage('签发', { state: 'current' })];
    expect(describeStanding(standing({ stages }, ['approve']), now).next?.label).toBe('签发并发布');
    const planned = { ...edition, publishAt: '2026-11-28T01:00:00Z' };
    expect(describeStanding(standing({ stages, edition: planned }, ['approve']), now).next?.label).toBe('签发，11 月 28 日 09:00 发布');
  });

  test('counts working days, also over', () => {
    const due = (at: string) => describeStanding(standing({ due: { at, isOverdue: false } }), now).due;
    expect(due('2026-11-26T15:59:59Z')).toEqual({ text: '今天要办完', isOverdue: false });
    // A weekend lies between.
    expect(due('2026-11-30T15:59:59Z')).toEqual({ text: '11 月 30 日前办完，还有 2 个工作日', isOverdue: false });
    expect(due('2026-11-24T15:59:59Z')).toEqual({ text: '已超期 2 个工作日', isOverdue: true });
  });

  test('says why the reader cannot do what they would expect', () => {
    expect(describeStanding(standing({}), now).waiting).toBe('approve 不行。');
    expect(describeStanding(standing({}), now, ['author']).waiting).toBeUndefined();
    expect(describeStanding(standing({}, ['approve']), now).waiting).toBeUndefined();
  });

  test('tells a returned edition what was said, and a live one that visitors see the old text', () => {
    const returned = { ...edition, state: 'returned' as const, returned: { by: lu, at: '2026-11-25T02:00:00Z', text: '标题太长' } };
    const said = describeStanding(standing({ edition: returned, published: { at: '2026-11-01T00:00:00Z', path: '/a/', live: true } }, ['submit']), now, ['author'], su.id);
    expect(said.notes).toEqual(['陆一川 11 月 25 日 10:00 退回：标题太长', '门户上还是原来的样子，这一稿通过以后才会换。']);
    expect(said.next?.label).toBe('再次送审');
    expect(said.steps[0]).toEqual({ name: '采编', state: 'current', lines: [] });
  });

  test('leaves sending it again to those who wrote it', () => {
    const said = describeStanding(standing({ edition: { ...edition, state: 'returned' } }, ['submit']), now);
    expect(said.next).toBeUndefined();
    expect(said.waiting).toBe('等苏禾改好送审。');
    expect(said.others.map(({ move }) => move)).toEqual(['submit']);
  });

  test('marks a forced publication until a second person stands by it, and puts what is dangerous last', () => {
    const said = describeStanding(
      standing({ edition: null, forced: { by: su, reason: '暴雨红色预警', at: '2026-11-26T05:00:00Z' }, published: { at: '2026-11-26T05:00:00Z', path: '/a/', live: true } }, ['confirm', 'withdraw']),
      now,
    );
    expect(said).toMatchObject({ headline: '紧急发布，待追认', tone: 'danger600', steps: [], next: { label: '追认' }, second: { label: '撤下', isDanger: true } });
  });

  test('tells whoever published in an emergency that somebody else has to stand by it', () => {
    const forced = { by: su, reason: '暴雨红色预警', at: '2026-11-26T05:00:00Z' };
    const said = (id: number) => describeStanding({ ...standing({ edition: null, forced }), next: null }, now, ['signer'], id);
    expect(said(su.id).waiting).toBe('等另一个能签发的人追认，或者撤下。您自己不能追认。');
    expect(said(lu.id).waiting).toBe('等能签发的人追认，或者撤下。');
  });
});
