import { describe, expect, test } from 'vitest';

import { describeDifference } from './describe-difference.ts';
import { toRequest, toRestored, type Attributes } from './form-values.ts';

const field = (type: string, label: string, more: object = {}) => ({ type, pluginOptions: { editor: { label, ...more } } });
const attributes: Attributes = {
  title: field('string', '标题'),
  body: field('text', '正文'),
  kind: field('enumeration', '种类', { options: { news: '要闻' } }),
  materials: { ...field('component', '材料'), component: 'service.material' },
  column: field('relation', '栏目'),
  path: field('string', '网址', { readOnly: true }),
};

describe('describeDifference', () => {
  test('names changed fields with both values when they are short, and counts characters when long', () => {
    const long = '<p>' + '河堤'.repeat(30) + '</p>';
    expect(describeDifference({ title: '新题', body: long, kind: 'news' }, { title: '旧题', body: '<p>河堤</p>', kind: null }, attributes)).toEqual([
      '标题：“新题”（现在是“旧题”）',
      '正文：60 字（现在 2 字）',
      '种类：“要闻”（现在是空）',
    ]);
  });

  test('sees no difference in numbers of rows, keys of the screen and kinds of nothing', () => {
    expect(
      describeDifference(
        { title: null, materials: [{ id: 3, __temp_key__: 'a0', name: '身份证' }], column: { connect: [], disconnect: [] } },
        { title: undefined, materials: [{ id: 9, __temp_key__: 'a1', name: '身份证', note: null }], column: { disconnect: [], connect: [] } },
        attributes,
      ),
    ).toEqual([]);
  });

  test('says how many rows there are, that a choice changed, and nothing of what the system fills in', () => {
    expect(
      describeDifference({ materials: [{ name: '甲' }], column: { connect: [{ id: 1 }] }, path: '/a/' }, { materials: [], column: { connect: [] }, path: '/b/' }, attributes),
    ).toEqual(['材料：1 项（现在 0 项）', '栏目：有改动']);
  });
});

describe('toRequest', () => {
  test('sends a chosen relation as the server wants it, wherever it is', () => {
    const chosen = { id: 4, label: '要闻', apiData: { documentId: 'abc', position: { end: true } } };
    expect(toRequest({ title: '题', rows: [{ column: { connect: [chosen], disconnect: [] } }] })).toEqual({
      title: '题',
      rows: [{ column: { connect: [{ documentId: 'abc', position: { end: true } }], disconnect: [] } }],
    });
  });
});

describe('toRestored', () => {
  test('takes the numbers of rows that may be gone off, and leaves those of pictures and relations', () => {
    const components = { 'service.material': { attributes: { sample: { type: 'media' }, parts: { type: 'component', component: 'service.material' } } } };
    expect(toRestored({ materials: [{ id: 3, sample: { id: 8 }, parts: [{ id: 4, name: '页' }] }], column: { connect: [{ id: 1 }] } }, attributes, components)).toEqual({
      materials: [{ sample: { id: 8 }, parts: [{ name: '页' }] }],
      column: { connect: [{ id: 1 }] },
    });
  });
});
