import { expect, test } from 'vitest';

import { ndcg } from '../../packages/search/judged/ndcg.ts';
import { askEach } from '../search-at-scale/ask-each.ts';
import { judge } from '../search-at-scale/budgets.ts';
import { corpusOf } from '../search-at-scale/corpus.ts';
import type { Row } from '../search-at-scale/measure-engine.ts';
import { isTitleFirst, quantile, recallOf } from '../search-at-scale/metrics.ts';
import { drawQuestions } from '../search-at-scale/questions.ts';
import { openTruth } from '../search-at-scale/truth.ts';

const results = (...urls: string[]) => urls.map((url) => ({ url, title: `标题${url}` }));

test('nDCG is 1 for the best order, less for another, and counts only the first ten', () => {
  const one = { group: '', query: '', grades: { a: 3, b: 1, 标题c: 2 } };
  expect(ndcg(one, results('a', 'c', 'b'))).toBe(1);
  // Gains 7, 3, 1 by hand: the best sum is 7 + 3 / log2(3) + 1 / 2.
  expect(ndcg(one, results('b', 'x', 'a'))).toBeCloseTo((1 + 7 / 2) / (7 + 3 / Math.log2(3) + 1 / 2), 10);
  expect(ndcg(one, results(...'1234567890', 'a'))).toBe(0);
});

test('recall is the part of what holds a piece that was listed', () => {
  expect(recallOf(new Set(['a', 'b']), { results: results('x', 'a') }, 10)).toBe(0.5);
  expect(recallOf(new Set(['a', 'b']), { results: results('b', 'a', 'x') }, 10)).toBe(1);
  expect(recallOf(new Set(), { results: results('x') }, 10)).toBe(1);
  // What is counted but not listed is not found, as long as there was room for it.
  expect(recallOf(new Set(['a', 'b']), { results: results('a'), exact: 2 }, 10)).toBe(0.5);
});

test('of more than are listed, the count is taken where there is one', () => {
  const truth = new Set(['a', 'b', 'c', 'd']);
  expect(recallOf(truth, { results: results('a', 'x'), exact: 3 }, 2)).toBe(0.75);
  expect(recallOf(truth, { results: results('a', 'b'), exact: 9 }, 2)).toBe(1);
  expect(recallOf(truth, { results: results('a', 'x') }, 2)).toBe(0.5);
});

test('a title typed whole must be the first result’s, one typed in part must be in it, where what was searched has such a title', () => {
  const title = '关于印发《供水条例》的通知';
  const truth = { hasTitle: (part: string, searched: number) => title.includes(part) && searched > 10 };
  const answer = (first: string, searched?: number) => ({ results: [{ url: '/', title: first }], ...(searched && { searched }) });
  const whole = { title, typed: '关于印发供水条例的通知', isWhole: true };
  expect(isTitleFirst(whole, answer(title, 5), truth)).toBe(true);
  expect(isTitleFirst(whole, answer(`${title}解读`, 5), truth)).toBe(false);
  expect(isTitleFirst(whole, { results: [], searched: 5 }, truth)).toBe(false);
  const part = { title, typed: '印发《供水条例', isWhole: false };
  expect(isTitleFirst(part, answer(title), truth)).toBe(true);
  expect(isTitleFirst(part, answer('供水条例印发', 11), truth)).toBe(false);
  expect(isTitleFirst(part, { results: [] }, truth)).toBe(false);
  expect(isTitleFirst(part, answer('供水条例印发', 5), truth)).toBe(true);
});

test('quantiles are values that were measured', () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(quantile(Array.from({ length: 100 }, (_, at) => at + 1), 0.95)).toBe(95);
});

const demo = ['公积金提取办法', '供水条例', '老年助餐服务'].map((title, at) => ({
  url: `/${at}/`,
  kind: 'policy' as const,
  title,
  aliases: [],
  text: `${title}自发布之日起施行。职工租赁住房的，可以提取住房公积金。用户应当按照水表计量缴纳水费。`,
  date: `2026-0${at + 1}-01`,
}));

test('a corpus has the city’s documents and made ones, always the same, in its words', () => {
  const corpus = [...corpusOf(demo, 200, 300)];
  expect(corpus.length).toBe(200);
  expect(corpus.slice(0, 3)).toEqual(demo);
  expect([...corpusOf(demo, 200, 300)]).toEqual(corpus);
  expect(corpus.slice(3).filter(({ text }) => text.includes('公积金')).length).toBeGreaterThan(50);
});

test('the truth about a piece is read from the documents that were searched', () => {
  const corpus = [...corpusOf(demo, 300, 200)];
  const truth = openTruth(corpus);
  const { pieces } = drawQuestions(corpus);
  expect(pieces.length).toBe(200);
  for (const piece of pieces) expect(truth.holding(piece, Infinity).size, piece).toBeGreaterThan(0);
  const all = truth.holding('公积金', Infinity);
  const some = truth.holding('公积金', 150);
  expect(all.size).toBeGreaterThan(some.size);
  expect([...some].every((url) => all.has(url))).toBe(true);
  expect(truth.hasTitle('《公积金》提取', Infinity)).toBe(true);
  expect(truth.hasTitle('公积金不提取', Infinity)).toBe(false);
});

test('budgets are held against our own index at its size only', () => {
  const row = { docs: 1000, cold_kb: 201, everything_kb: 999, title_first: 1, substring_recall: 0.99, edit_s: 0.1, index_peak_mb: 900 } as unknown as Row;
  expect(judge([{ ...row, engine: 'orama' }, { docs: 1000, engine: 'mingchuang', measured_at: '', failed: 'no' }])).toEqual([]);
  const missed = judge([{ ...row, engine: 'mingchuang' }]).filter(({ isMet }) => !isMet);
  expect(missed.map(({ key }) => key)).toEqual(['cold_kb', 'substring_recall']);
});

test('what there is no more time for is not asked, and the first always is', async () => {
  const asked: number[] = [];
  const work = async (number: number) => {
    asked.push(number);
    return number * 2;
  };
  expect(await askEach('numbers', [1, 2, 3], 1, work)).toEqual([2, 4, 6]);
  expect(await askEach('numbers', [4, 5, 6], -1, work)).toEqual([8]);
  expect(asked).toEqual([1, 2, 3, 4]);
});
