import { expect, test } from 'vitest';

import { convertFile, isReadByVisitors } from './convert-file.ts';

const mark = (text: string) => `<${text}>`;

test('texts of results are rewritten, their addresses are not', () => {
  const text = { title: '头发', url: '/头发/', summary: '发现', body: '理发' };
  expect(JSON.parse(convertFile('/search/index/ab/text/3-0.json', JSON.stringify(text), mark))).toEqual({ title: '<头发>', url: '/头发/', summary: '<发现>', body: '<理发>' });
});

test('so are cards and sections, but for where they lead', () => {
  const text = {
    title: '发',
    url: '/发/',
    body: '发',
    sections: [{ id: 'c1', title: '发', from: 0 }],
    card: { kind: 'service', fee: '发', online: '/发/', places: [{ name: '发', address: '发', hours: '发' }], asked: [['发', '发']] },
  };
  const converted = JSON.parse(convertFile('/search/index/ab/text/3-0.json', JSON.stringify(text), () => 'X')) as typeof text;
  expect(converted).toEqual({
    title: 'X',
    url: '/发/',
    body: 'X',
    sections: [{ id: 'c1', title: 'X', from: 0 }],
    card: { kind: 'service', fee: 'X', online: '/发/', places: [{ name: 'X', address: 'X', hours: 'X' }], asked: [['X', 'X']] },
  });
});

test('of the table only the names of agencies are rewritten', () => {
  const table = { day: [1], agency: { values: ['', '卫健委'], at: [1] }, kind: { values: ['article'], at: [0] }, chunks: ['发'] };
  expect(JSON.parse(convertFile('/search/index/ab/m.json', JSON.stringify(table), mark))).toEqual({ ...table, agency: { values: ['<>', '<卫健委>'], at: [1] } });
});

test('of suggestions every word is rewritten', () => {
  const json = JSON.stringify({ kinds: [{ label: '办事', items: [['理发', '/a/']] }] });
  expect(convertFile('/search/suggestions.json', json, (text) => text.replace('发', '髮'))).toBe(json.replace('发', '髮'));
});

test.each([
  ['/search/suggestions.json', true],
  ['/search/index/ab/text/3-0.json', true],
  ['/search/index/ab/m.json', true],
  ['/search/index/search.json', false],
  ['/search/index/pagefind-1.6.0/pagefind.js', false],
])('%s is read by visitors: %s', (path, expected) => {
  expect(isReadByVisitors(path)).toBe(expected);
});
