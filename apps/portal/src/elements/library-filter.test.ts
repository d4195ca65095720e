import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { countValues, filterRows, formatChoice, parseChoice, toggle, type Choice, type LibraryRow } from './library-filter.ts';

const row = (title: string, number: string, values: Record<string, string[]>): LibraryRow => ({ path: `/${title}/`, title, number, date: '2026-01-01', line: number, values });
const ROWS = [
  row('加装电梯管理办法', '望政规〔2026〕8号', { topic: ['city'], year: ['2026'], issuer: ['gov'] }),
  row('公积金提取通知', '望公积金〔2026〕21号', { topic: ['city'], year: ['2026'], issuer: ['fund'] }),
  row('增设电梯暂行办法', '望政规〔2021〕3号', { topic: ['city'], year: ['2021'], issuer: ['gov'] }),
  row('取暖补助通知', '望民发〔2025〕9号', { topic: ['welfare'], year: ['2025'], issuer: ['civil', 'finance'] }),
];
const choice = (values: Record<string, string>, words = ''): Choice => ({ words, values });
const titles = (found: readonly LibraryRow[]) => found.map(({ title }) => title);

describe('filterRows', () => {
  test('combines facets, and keeps what stands under several values of one', () => {
    expect(titles(filterRows(ROWS, choice({ topic: 'city', year: '2026' })))).toEqual(['加装电梯管理办法', '公积金提取通知']);
    expect(titles(filterRows(ROWS, choice({ issuer: 'finance' })))).toEqual(['取暖补助通知']);
    expect(filterRows(ROWS, choice({ issuer: 'finance', year: '2026' }))).toEqual([]);
  });

  test('finds words of the title, and document numbers with any brackets', () => {
    expect(titles(filterRows(ROWS, choice({}, '电梯 管理')))).toEqual(['加装电梯管理办法']);
    for (const typed of ['望政规〔2026〕8号', '望政规[2026]8号', '望政规（2026）8号', '望政规2026 8号'])
      expect(titles(filterRows(ROWS, choice({}, typed))), typed).toContain('加装电梯管理办法');
  });
});

describe('countValues', () => {
  test('leaves out the choice of the facet itself, and only that', () => {
    const chosen = choice({ topic: 'city', year: '2026' });
    expect(Object.fromEntries(countValues(ROWS, chosen, 'year'))).toEqual({ 2026: 2, 2021: 1 });
    expect(Object.fromEntries(countValues(ROWS, chosen, 'topic'))).toEqual({ city: 2 });
    expect(Object.fromEntries(countValues(ROWS, chosen, 'issuer'))).toEqual({ gov: 1, fund: 1 });
  });

  test('says of each value how many documents choosing it would leave', () => {
    const values = fc.record({ topic: fc.constantFrom('city', 'welfare'), year: fc.constantFrom('2021', '2025', '2026') }, { requiredKeys: [] });
    fc.assert(
      fc.property(values, fc.constantFrom('topic', 'year', 'issuer'), (chosen, facet) => {
        for (const [value, count] of countValues(ROWS, choice(chosen), facet))
          expect(filterRows(ROWS, choice({ ...chosen, [facet]: value }))).toHaveLength(count);
      }),
    );
  });
});

test('an address gives back the choice it was made from, and nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom(...'电梯〔2026〕&=+%#?'), minLength: 1, maxLength: 20 });
  const made = fc.record({ words: fc.oneof(fc.constant(''), text), values: fc.record({ topic: text, year: text }, { requiredKeys: [] }) });
  fc.assert(
    fc.property(made, (one) => {
      expect(parseChoice(formatChoice(one), ['topic', 'year'])).toEqual(one);
    }),
  );
  expect(parseChoice('?utm=1&topic=', ['topic'])).toEqual({ words: '', values: {} });
});

test('choosing a value twice takes it back', () => {
  const once = toggle(choice({ year: '2026' }), 'topic', 'city');
  expect(once.values).toEqual({ year: '2026', topic: 'city' });
  expect(toggle(once, 'topic', 'city').values).toEqual({ year: '2026' });
  expect(toggle(once, 'topic', 'welfare').values).toEqual({ year: '2026', topic: 'welfare' });
});
