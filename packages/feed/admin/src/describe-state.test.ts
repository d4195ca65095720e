import { describe, expect, test } from 'vitest';

import { describeState, waitBeforeAsking } from './describe-state.ts';

const now = new Date('2026-11-09T06:03:25Z');

describe('describeState', () => {
  test('says when and how fast a document went live, in the time of Shanghai', () => {
    expect(
      describeState({ state: 'live', liveAt: '2026-11-09T06:03:22Z', seconds: 1.23, url: 'https://a/b/' }, now),
    ).toEqual({
      tone: 'good',
      text: '已上线 14:03:22，用时 1.2 秒',
      link: { label: '打开网页', url: 'https://a/b/' },
    });
  });

  test('gives the day when it was not today, and no duration nobody waited for', () => {
    expect(describeState({ state: 'live', liveAt: '2026-11-07T16:30:00Z', seconds: 7200 }, now).text).toBe(
      '已上线 2026-11-08 00:30',
    );
    expect(describeState({ state: 'live', liveAt: '2026-11-09T06:03:22Z', seconds: 150 }, now).text).toBe(
      '已上线 14:03:22，用时 3 分钟',
    );
  });

  test('explains a wait only when it is long', () => {
    expect(describeState({ state: 'pending', withdrawn: false, since: '2026-11-09T06:03:20Z' }, now)).toEqual({
      tone: 'busy',
      text: '正在上线…',
    });
    expect(describeState({ state: 'pending', withdrawn: true, since: '2026-11-09T06:02:00Z' }, now)).toMatchObject({
      text: '正在撤下…',
      note: expect.stringContaining('不会丢失'),
    });
  });

  test('says why a page could not go live', () => {
    expect(describeState({ state: 'blocked', reason: '附件已被删除' }, now)).toMatchObject({
      tone: 'bad',
      text: '未能上线：附件已被删除',
    });
  });
});

describe('waitBeforeAsking', () => {
  test('asks every second while something is on its way, not for ever', () => {
    expect(waitBeforeAsking({ state: 'pending', withdrawn: false, since: '2026-11-09T06:03:20Z' }, now)).toBe(1000);
    expect(waitBeforeAsking({ state: 'pending', withdrawn: false, since: '2026-11-09T05:03:20Z' }, now)).toBe(5000);
    expect(waitBeforeAsking({ state: 'unpublished' }, now)).toBe(5000);
  });
});
