import { describe, expect, test } from 'vitest';

import { arrangeRemarks, peopleIn, type RemarkRow } from './arrange-remarks.ts';

const row = (id: number, more: Partial<RemarkRow> = {}): RemarkRow => ({
  id,
  parent: null,
  field: null,
  kind: 'comment',
  text: `第 ${id} 条`,
  mentions: '[]',
  person: 7,
  guest: null,
  at: `2026-11-09T06:0${id}:00.000Z`,
  settled_at: null,
  settled_by: null,
  ...more,
});
const names = new Map([
  [7, '陆一川'],
  [3, '苏禾'],
]);

describe('arrangeRemarks', () => {
  test('puts what is open first, then the newest', () => {
    const settled = { settled_at: '2026-11-09T07:00:00.000Z', settled_by: 3 };
    expect(arrangeRemarks([row(1), row(2, settled), row(3), row(4, settled)], names).map(({ id }) => id)).toEqual([3, 1, 4, 2]);
  });

  test('puts answers under what they answer, in the order they were written', () => {
    const [only] = arrangeRemarks([row(3, { parent: '1' }), row(1), row(2, { parent: 1 })], names);
    expect(only!.answers.map(({ id }) => id)).toEqual([2, 3]);
  });

  test('names the field, those mentioned and who dealt with it, and no account where there was none', () => {
    const settled = { settled_at: '2026-11-09T07:00:00.000Z', settled_by: 3 };
    expect(arrangeRemarks([row(1, { field: 'title', kind: 'return', mentions: '[3,99]', person: null, guest: '王工', ...settled })], names)).toEqual([
      {
        id: 1,
        kind: 'return',
        field: 'title',
        text: '第 1 条',
        mentions: [
          { id: 3, name: '苏禾' },
          { id: 99, name: '一位同事' },
        ],
        author: { name: '王工' },
        at: '2026-11-09T06:01:00.000Z',
        settled: { at: '2026-11-09T07:00:00.000Z', name: '苏禾' },
        answers: [],
      },
    ]);
  });
});

describe('peopleIn', () => {
  test('lists everybody once', () => {
    expect(peopleIn([row(1, { mentions: '[3,7]', settled_by: 3 }), row(2, { person: null })])).toEqual([7, 3]);
  });
});
