import { describe, expect, test } from 'vitest';

import { arrangeRemarks, type RemarkRow } from './arrange-remarks.ts';

const row = (id: number, more: Partial<RemarkRow> = {}): RemarkRow => ({
  id,
  parent_id: null,
  field: null,
  kind: 'comment',
  text: `第 ${id} 条`,
  mentions: '[]',
  author_id: 7,
  author_name: '陆一川',
  at: `2026-11-09T06:0${id}:00.000Z`,
  resolved_at: null,
  resolved_by: null,
  ...more,
});

describe('arrangeRemarks', () => {
  test('puts what is open first, then the newest', () => {
    const resolved = { resolved_at: '2026-11-09T07:00:00.000Z', resolved_by: '苏禾' };
    expect(arrangeRemarks([row(1), row(2, resolved), row(3), row(4, resolved)]).map(({ id }) => id)).toEqual([3, 1, 4, 2]);
  });

  test('puts answers under what they answer, in the order they were written', () => {
    const [only] = arrangeRemarks([row(3, { parent_id: 1 }), row(1), row(2, { parent_id: 1 })]);
    expect(only!.answers.map(({ id }) => id)).toEqual([2, 3]);
  });

  test('names the field, those mentioned and who dealt with it, and no account where there was none', () => {
    const [remark] = arrangeRemarks([
      row(1, { field: 'title', kind: 'return', mentions: '[{"id":3,"name":"苏禾"}]', author_id: null, author_name: '访客', resolved_at: 'x', resolved_by: '苏禾' }),
    ]);
    expect(remark).toEqual({
      id: 1,
      kind: 'return',
      field: 'title',
      text: '第 1 条',
      mentions: [{ id: 3, name: '苏禾' }],
      author: { name: '访客' },
      at: '2026-11-09T06:01:00.000Z',
      resolved: { at: 'x', name: '苏禾' },
      answers: [],
    });
  });
});
