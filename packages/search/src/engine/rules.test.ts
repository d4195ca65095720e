import type { SearchWords } from '@mingchuang/content';
import { describe, expect, test } from 'vitest';

import { openRules } from './rules.ts';

const bet = { queries: ['办 准生证！', '准生证'], url: '/a/', title: '生育登记' };
const words: SearchWords = {
  same: [['退休金', '养老金', '基本养老金']],
  also: [{ typed: ['低保'], found: ['最低生活保障'] }],
  best: [bet, { queries: ['供暖'], url: '/b/', title: '去年的供暖', until: '2026-11-26' }],
  worst: [],
  keep: ['ETC'],
  hot: [],
};
const rules = openRules(words, '2026-11-27');

describe('openRules', () => {
  test('finds the longest terms in a run, from left to right', () => {
    expect(rules.termsIn('基本养老金和退休金')).toEqual([
      { from: 0, to: 5, term: '基本养老金' },
      { from: 6, to: 9, term: '退休金' },
    ]);
  });

  test('gives other ways to say a term, one way where the rule says so', () => {
    expect(rules.alternatives('退休金')).toEqual(['养老金', '基本养老金']);
    expect(rules.alternatives('低保')).toEqual(['最低生活保障']);
    expect(rules.alternatives('最低生活保障')).toEqual([]);
  });

  test('finds what is put first however the query is spaced, and nothing that has ended', () => {
    expect(rules.best('办准生证')).toEqual([bet]);
    expect(rules.best('准生')).toEqual([]);
    expect(rules.best('供暖')).toEqual([]);
    expect(openRules(words, '2026-11-26').best('供暖')).toHaveLength(1);
  });

  test('knows words that are right as they are typed, and works without any rule', () => {
    expect(rules.keeps('etc')).toBe(true);
    const none = openRules(undefined, '2026-11-27');
    expect([none.termsIn('退休金'), none.best('退休金'), none.keeps('etc')]).toEqual([[], [], false]);
  });
});
