import { expect, test } from 'vitest';

import { findSections } from './find-sections.ts';

const body = '总则\n为了规范加装电梯。\n出资\n费用由业主分摊，一楼不出钱。\n补助\n每部电梯补助20万元，一楼也不出钱。\n附则\n自印发之日起施行。' + '其他。'.repeat(400);
const sections = ['总则', '出资', '补助', '附则'].map((title, at) => ({ id: `c${at + 1}`, title, from: body.indexOf(title) }));
const text = { title: '办法', url: '/a/', body, sections };
const idsOf = (...words: string[]) => findSections(text, words, text).map(({ id }) => id);

test('gives the sections with most of the words, with what stands there', () => {
  expect(idsOf('一楼')).toEqual(['c2', 'c3']);
  expect(idsOf('一楼', '补助')).toEqual(['c3']);
  expect(findSections(text, ['一楼', '补助'], text)[0]).toMatchObject({ title: '补助', excerpt: ['每部电梯', '补助', '20万元，', '一楼', '也不出钱。'] });
});

test('gives none when the words stand nowhere or everywhere', () => {
  expect(idsOf('鼯鼠')).toEqual([]);
  expect(idsOf()).toEqual([]);
  expect(findSections({ ...text, sections: sections.slice(1, 3) }, ['一楼'], text)).toEqual([]);
  expect(findSections({ title: '', url: '', body }, ['一楼'], text)).toEqual([]);
});

test('shows titles and texts in the other script', () => {
  const shown = { ...text, body: body.replaceAll('补助', '補助'), sections: sections.map((one) => ({ ...one, title: one.title.replace('补', '補') })) };
  expect(findSections(text, ['一楼', '补助'], shown)[0]).toMatchObject({ title: '補助', excerpt: ['每部电梯', '補助', '20万元，', '一楼', '也不出钱。'] });
});
