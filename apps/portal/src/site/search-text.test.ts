import { expect, test } from 'vitest';

import { searchTextOfBody, searchTextOfParts } from './search-text.ts';

test('sections of a body begin at their headings, in order, also where a title stands in the text before', () => {
  const { text, sections } = searchTextOfBody('<p>先看附则。</p><h2>总则</h2><p>一。</p><h3>小节</h3><h2>附<strong>则</strong></h2><p>二。</p>');
  expect(text).toBe('先看附则。\n总则\n一。\n小节\n附则\n二。');
  expect(sections).toEqual([
    { id: 'c1', title: '总则', from: 6 },
    { id: 'c2', title: '附则', from: 15 },
  ]);
});

test('a body without headings, or with one, has no sections', () => {
  expect(searchTextOfBody('<p>一。</p>')).toEqual({ text: '一。' });
  expect(searchTextOfBody('<h2>总则</h2><p>一。</p>')).toEqual({ text: '总则\n一。' });
});

test('sections of parts begin where their lines do; empty parts are left out', () => {
  const parts = [{ lines: ['一句话。'] }, { id: 'can', title: '能不能办', lines: ['条件', undefined] }, { id: 'fees', title: '收费', lines: [] }, { id: 'do', title: '怎么办', lines: ['申请', '领取'] }];
  expect(searchTextOfParts(parts)).toEqual({
    text: '一句话。\n条件\n申请\n领取',
    sections: [
      { id: 'can', title: '能不能办', from: 5 },
      { id: 'do', title: '怎么办', from: 8 },
    ],
  });
});
