import { describe, expect, test } from 'vitest';

import { convertRow } from './convert-row';
import { MappingError, parseMapping } from './mapping';
import { readDate } from './read-value';

const mapping = parseMapping(
  JSON.stringify({
    type: 'policy-document',
    key: ['url'],
    fields: {
      title: 'title',
      writtenOn: { from: 'date', as: 'date' },
      genre: { from: 'kind', map: { 通知: 'circular' } },
      validity: { value: 'unmarked' },
      'disclosure.indexNumber': 'index',
    },
    body: { from: 'text', format: 'html', repeated: ['title'], note: 'history' },
  }),
);
const row = { url: '/1', title: '河道通知', date: '2020年3月2日', kind: '通知', index: '0001/2020-1', text: '<p>河道通知</p><p>正文。</p>', history: ['甲', '乙'] };

describe('convertRow', () => {
  test('takes fields, words, components and the body as the mapping says', () => {
    expect(convertRow(row, mapping)).toMatchObject({
      draft: {
        key: '/1',
        data: {
          title: '河道通知',
          writtenOn: '2020-03-02',
          genre: 'circular',
          validity: 'unmarked',
          disclosure: { indexNumber: '0001/2020-1' },
          body: '<p class="note">（甲；乙）</p>\n<p>正文。</p>',
        },
      },
    });
  });

  test('invents nothing where the source has nothing', () => {
    const result = convertRow({ ...row, date: '', kind: null, index: undefined, history: [] }, mapping);
    expect(result).toHaveProperty('draft.data', { title: '河道通知', validity: 'unmarked', body: '<p>正文。</p>' });
  });

  test('names every problem of a row at once', () => {
    expect(convertRow({ ...row, url: '', date: '去年', kind: '决议', text: ' ' }, mapping)).toEqual({
      problems: [
        { field: 'url', message: '用来识别这一行的字段是空的' },
        { field: 'writtenOn', message: '“去年”不是日期，请写成 2026-11-22 或 2026年11月22日' },
        { field: 'genre', message: '映射里没有“决议”对应的值（来自 kind）' },
        { field: 'body', message: '正文是空的（来自 text）' },
      ],
    });
  });
});

describe('readDate', () => {
  test.each([
    ['2019年02月15日', '2019-02-15'],
    ['2019-2-5', '2019-02-05'],
    ['2019/02/15 08:30', '2019-02-15'],
    ['2019-02-30', undefined],
    ['15.02.2019', undefined],
  ])('reads %s as %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

test('a mapping with a mistake is refused with the place of the mistake', () => {
  expect(() => parseMapping('{"type":"article","key":[],"fields":{"title":{"form":"x"}}}')).toThrow(MappingError);
  expect(() => parseMapping('{"type":"article","key":[],"fields":{}}')).toThrow(/key/);
});
