import { describe, expect, test } from 'vitest';

import { checkRule, type RuleDraft, type RuleFacts } from './check-rule';

const rule = (values: Partial<RuleDraft>): RuleDraft => ({ kind: 'same', words: '准生证\n生育登记', found: null, target: null, targetTitle: null, owner: null, until: null, ...values });
const facts: RuleFacts = { today: '2026-11-27', target: 'document', shares: new Map() };
const check = (values: Partial<RuleDraft>, known: Partial<RuleFacts> = {}) => checkRule(rule(values), { ...facts, ...known }).map(({ field, message }) => `${field} ${message}`);
const best = { kind: 'best', words: '供暖', target: '/a/', owner: '网站科', until: '2027-03-15' } as const;

describe('checkRule', () => {
  test('lets rules go that are whole', () => {
    expect(check({})).toEqual([]);
    expect(check({ kind: 'also', words: '低保', found: '最低生活保障' })).toEqual([]);
    expect(check(best)).toEqual([]);
    expect(check({ kind: 'worst', words: '供暖', target: '/a/', owner: '网站科', until: '2027-03-15' })).toEqual([]);
    expect(check({ kind: 'keep', words: 'ETC' })).toEqual([]);
    expect(check({ kind: 'hot', words: '生育津贴\n居住证' })).toEqual([]);
  });

  test.each<[string, Partial<RuleDraft>, string]>([
    ['one word alone', { words: '准生证\n准生证' }, 'words 同义词至少要两个，请每行写一个。'],
    ['a single character', { words: '准生证\n证' }, 'words “证”只有一个字，到处都有，请写完整的词。'],
    ['nothing to find', { kind: 'also', words: '低保' }, 'found “也找这些词”是空的，请写文件里的正式说法，每行一个。'],
    ['the same on both sides', { kind: 'also', words: '低保', found: '低保' }, 'found “低保”两边都有，请去掉一边。'],
    ['no words', { kind: 'hot', words: ' \n' }, 'words “词”是空的，请每行写一个词。'],
    ['a day that is over', { until: '2026-11-26' }, 'until “有效期至”2026-11-26 已经过去，请写以后的日期，或者不再发布这条规则。'],
    ['a bet without an owner', { ...best, owner: ' ' }, 'owner 置顶要写负责人，到期时由他决定要不要续。'],
    ['a bet without an end', { ...best, until: null }, 'until 置顶要写“有效期至”，最长一年。'],
    ['a bet for ever', { ...best, until: '2028-01-01' }, 'until 置顶最长一年，请把“有效期至”改近一些。'],
    ['a bet on nothing', { ...best, target: null }, 'target 置顶要写页面网址。'],
  ])('refuses %s', (_, values, expected) => {
    expect(check(values)).toEqual([expected]);
  });

  test('refuses a group that would bring in nearly everything', () => {
    expect(check({ words: '办证\n通知' }, { shares: new Map([['通知', 0.42]]) })).toEqual(['words 已发布的标题里有 42% 含有“通知”，搜这一组里的任何词都会带出它们。请换成更具体的词。']);
  });

  test('refuses a page that is not there, and asks for a title where the page has none', () => {
    expect(check(best, { target: 'nothing' })).toEqual(['target 本站没有发布过 /a/，请打开要置顶的页面，复制域名后面的部分。']);
    expect(check(best, { target: 'gone' })).toEqual(['target 页面 /a/ 已经撤下或者移走，请换成现在的网址。']);
    expect(check(best, { target: 'platform' })).toEqual(['targetTitle 这个页面没有自己的标题，请写“显示的标题”。']);
    expect(check({ ...best, targetTitle: '给市长写信' }, { target: 'platform' })).toEqual([]);
  });
});
