import { describe, expect, test } from 'vitest';

import type { DeskRow } from '../../../server/src/desk/routes.ts';
import { firstList, maySign, shownLists, summarise } from './desk-lists.ts';
import { describeRow } from './describe-row.ts';

const now = new Date('2026-11-26T06:05:00Z');
const row = (more: Partial<DeskRow>): DeskRow => ({
  uid: 'api::article.article',
  documentId: 'a',
  locale: 'zh-Hans',
  type: '信息',
  title: '河堤步道',
  state: 'reviewing',
  stage: null,
  holder: null,
  dueAt: null,
  isOverdue: false,
  plan: null,
  changedAt: null,
  returned: null,
  publishedAt: null,
  liveAt: null,
  forced: null,
  ...more,
});

describe('describeRow', () => {
  test('says what waits for whom and until when, overdue in red', () => {
    expect(describeRow('waiting', row({ stage: '初审', holder: '陆一川', dueAt: '2026-11-26T15:59:59Z' }), now)).toEqual({
      facts: '信息 · 等待初审 · 陆一川已领取',
      state: '今天要办完',
      tone: 'neutral600',
      action: '去审',
    });
    expect(describeRow('overdue', row({ dueAt: '2026-11-25T15:59:59Z' }), now)).toMatchObject({ state: '已超期 1 个工作日', tone: 'danger600', action: '打开' });
  });

  test('says when visitors saw what was published, and nothing earlier than it', () => {
    const published = { state: 'published', publishedAt: '2026-11-26T06:03:20Z' };
    expect(describeRow('published-today', row({ ...published, liveAt: '2026-11-26T06:03:22Z' }), now).state).toBe('已上线 14:03:22');
    expect(describeRow('published-today', row({ ...published, liveAt: '2026-11-25T06:03:22Z' }), now).state).toBe('14:03 发布，正在上线…');
  });

  test('says why something came back, and what is planned', () => {
    expect(describeRow('mine', row({ state: 'returned', returned: { by: '陆一川', at: '2026-11-26T02:00:00Z', text: '标题太长' } }), now)).toMatchObject({
      state: '陆一川 10:00 退回',
      remark: '标题太长',
      action: '去改',
    });
    expect(describeRow('scheduled', row({ plan: { kind: 'withdraw', at: '2026-11-28T01:00:00Z' } }), now).state).toBe('11 月 28 日 09:00 撤下');
  });

  test('calls on nobody to write what others review', () => {
    expect(['drafting', 'reviewing', 'scheduled'].map((state) => describeRow('mine', row({ state }), now).action)).toEqual(['接着写', '打开', '打开']);
  });

  test('offers a forced publication to others than who made it', () => {
    const forced = { by: '闻笛', isOwn: false, reason: '桥梁异响' };
    expect(describeRow('forced', row({ forced }), now)).toMatchObject({ state: '闻笛紧急发布', remark: '桥梁异响', action: '去追认' });
    expect(describeRow('forced', row({ forced: { ...forced, isOwn: true } }), now)).toMatchObject({ state: '您紧急发布的，等别人追认', action: '打开' });
  });
});

describe('the lists of the desk', () => {
  test('open with the first that has something, and show forced publications only when there are any', () => {
    expect(firstList({ waiting: 0, returned: 2, mine: 3 }, false)).toBe('returned');
    expect(firstList({}, true)).toBe('mine');
    expect(shownLists({}).map(({ name }) => name)).not.toContain('forced');
    expect(shownLists({ forced: 1 })[0]!.name).toBe('forced');
  });

  test('open with a forced publication for those only who can stand by it', () => {
    const counts = { forced: 1, waiting: 2 };
    expect([firstList(counts, maySign(['signer'])), firstList(counts, maySign(['reviewer']))]).toEqual(['forced', 'waiting']);
    expect(summarise(counts, false)).toBe('2 件等您审。');
  });

  test('are summed up in a sentence', () => {
    expect(summarise({ waiting: 3, overdue: 1 }, true)).toBe('3 件等您审，1 件已超期。');
    expect(summarise({ mine: 2 }, true)).toBe('没有等您办的事，您有 2 篇稿子还没发布。');
    expect(summarise({}, true)).toBe('没有等您办的事。');
  });
});
