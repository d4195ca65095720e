import { isRedirect, MemorySnapshot, PATHS, type EntryOf, type Page, type SearchWords } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleEntries, exampleSearchRule } from '@mingchuang/content/examples';
import { readGeneralWords } from '@mingchuang/search/words/general-words';
import { describe, expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';

type Rule = Partial<EntryOf<'search-rule'>['data']>;
const others = exampleEntries.filter(({ type }) => type !== 'search-rule');
const general = readGeneralWords();

function pagesWith(rules: Rule[], today = EXAMPLE_TODAY): Page[] {
  const entries = rules.map((data, at) => {
    const { title, site, until } = exampleSearchRule.data;
    return { ...exampleSearchRule, documentId: `rule-${at}`, version: `rule-${at}-${JSON.stringify(data)}`, data: { title, site, until, kind: 'same' as const, words: '', ...data } };
  });
  return [...buildPages(new MemorySnapshot([...others, ...entries]), { today })].filter((page): page is Page => !isRedirect(page));
}
const pageAt = (pages: readonly Page[], path: string) => pages.find((page) => page.path === path)!;
const wordsOf = (rules: Rule[], today?: string) => (pageAt(pagesWith(rules, today), PATHS.searchWords).props() as { value: SearchWords }).value;

describe('/search/words.json', () => {
  test('has the rules of the site before the general vocabulary', () => {
    const words = wordsOf([
      { kind: 'same', words: '东站\n望川东站\n' },
      { kind: 'also', words: '爱心食堂', found: '助餐点\n社区食堂' },
      { kind: 'keep', words: '漪江' },
    ]);
    expect(words.same).toEqual([['东站', '望川东站'], ...general.same]);
    expect(words.also).toEqual([{ typed: ['爱心食堂'], found: ['助餐点', '社区食堂'] }, ...general.also]);
    expect(words.keep).toEqual(['漪江']);
  });

  test('calls pages by the titles they have now, those without a document as the rule says, and leaves out those that are gone', () => {
    const path = '/zixun/yaowen/202611/n4h8k2w6/';
    const document = exampleEntries.find(({ data }) => 'path' in data && data.path === path)!;
    const { best } = wordsOf([
      { kind: 'best', words: '暖气不热', target: path, targetTitle: '不是它的标题' },
      { kind: 'best', words: '投诉', target: PATHS.writeLetter, targetTitle: '给市长写信' },
      { kind: 'best', words: '旧页面', target: '/zixun/yaowen/202001/x1x1x1x1/', targetTitle: '已经撤下的' },
    ]);
    expect(best.map(({ title }) => title)).toEqual([(document.data as { title: string }).title, '给市长写信']);
  });

  test('has a rule to its last day and no longer', () => {
    const rule: Rule = { kind: 'keep', words: '漪江', until: '2026-11-22' };
    expect(wordsOf([rule], '2026-11-22').keep).toEqual(['漪江']);
    expect(wordsOf([rule], '2026-11-23').keep).toEqual([]);
  });

  test('a rule changes its file, and the pages that show hot words, and no other', () => {
    const [before, after] = [pagesWith([]), pagesWith([{ kind: 'hot', words: '滑雪' }])];
    const changed = after.filter((page) => page.digest !== pageAt(before, page.path)?.digest).map(({ path }) => path);
    expect(changed.sort()).toEqual([PATHS.home, PATHS.search, PATHS.suggestions, PATHS.searchWords]);
    expect(pageAt(after, PATHS.search).props()).toMatchObject({ hotQueries: ['滑雪'] });
    const [same, synonym] = [pagesWith([]), pagesWith([{ kind: 'same', words: '东站\n望川东站' }])];
    expect(synonym.filter((page) => page.digest !== pageAt(same, page.path)?.digest).map(({ path }) => path)).toEqual([PATHS.searchWords]);
  });
});
