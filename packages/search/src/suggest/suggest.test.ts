import { describe, expect, test } from 'vitest';

import { parseReadings, writeReadings, type SuggestionList } from './list.ts';
import { matchName, plainTyped } from './match.ts';
import { createSuggester } from './suggest.ts';

const readings = 'an安 ban办 bao保 gong公 guan管 hang行 xing行 ji积缴 jin金 jiao缴 ju居局 li理 lv旅 min民 qu取 shui税 ti提 tui退 xiu休 yi医 zheng证 zhu住';
const list = {
  search: '/search/',
  kinds: [
    { label: '办事', items: [['取公积金付房租', '/a/', '公积金租房', '租房提公积金'], ['办理居住证', '/b/', '暂住证'], ['参加居民医保', '/c/', '交医保']] },
    { label: '问答', items: [['公积金账单怎么查？', '/d/']] },
    { label: '栏目', items: [] },
    { label: '机构', items: [['市公安局', '/e/', '公安局', '派出所']] },
    { label: '常搜', items: [['居住证', '']] },
  ],
  readings,
} as unknown as SuggestionList;
const known = parseReadings(readings);

describe('matchName', () => {
  test.each([
    ['居住证', '居'],
    ['居住证', '住证'],
    ['居住证', 'juzhuzheng'],
    ['居住证', 'juzhuzh'],
    ['居住证', 'jzz'],
    ['居住证', 'jzhz'],
    ['居住证', 'zhuz'],
    ['居住证', '居zhu'],
    ['银行', 'xing'],
    ['银行', 'hang'],
    ['“居住”证', '居住证'],
    ['旅行社', 'lvxing'],
    ['12345', '123'],
    ['ETC办理', 'etcban'],
  ])('finds in %j what was typed as %j', (name, typed) => {
    expect(matchName(name, typed, known)).toBeDefined();
  });

  test.each([
    ['居住证', '证居'],
    ['居住证', 'juzhengzhu'],
    ['居住证', 'z'],
    ['居住证', '居住证书'],
    ['居住证', 'ju zhu zheng ban'],
  ])('finds in %j nothing of %j', (name, typed) => {
    expect(matchName(name, plainTyped(typed), known)).toBeUndefined();
  });

  test('says where it stands', () => {
    expect(matchName('办理居住证', 'jz', known)).toEqual({ from: 2, to: 4, read: true });
    expect(matchName('办理居住证', '居住', known)).toEqual({ from: 2, to: 4, read: false });
  });
});

test('plainTyped takes what input methods write for what was meant', () => {
  expect(['gong ji jin', "gong'ji'jin", 'ＧＪＪ', ' 居住 '].map(plainTyped)).toEqual(['gongjijin', 'gongjijin', 'gjj', '居住']);
});

describe('createSuggester', () => {
  const suggest = createSuggester(list);
  const names = (typed: string, limit = 8) => suggest(typed, limit).map(({ name }) => name);

  test('puts what begins so before what holds it, and services before questions and agencies', () => {
    expect(names('公积金')).toEqual(['取公积金付房租', '公积金账单怎么查？']);
    expect(names('居')).toEqual(['办理居住证', '参加居民医保', '居住证']);
    expect(names('公安局')).toEqual(['市公安局']);
  });

  test('says by which other name it was found', () => {
    expect(suggest('暂住', 1)).toEqual([{ name: '办理居住证', kind: '办事', url: '/b/', also: '暂住证', match: { from: 0, to: 2, read: false } }]);
  });

  test('keeps to the limit, and says nothing of nothing', () => {
    expect(names('gj', 1)).toHaveLength(1);
    expect(names("  '")).toEqual([]);
    expect(names('鼯鼠')).toEqual([]);
  });

  test('shows the list of the other script while it looks in its own', () => {
    const shown = structuredClone(list);
    shown.kinds[0]!.items[1]![0] = '辦理居住證';
    expect(createSuggester(list, shown)('办理', 1)[0]).toMatchObject({ name: '辦理居住證', url: '/b/' });
  });
});

test('writeReadings keeps every reading without its tone', () => {
  const read = (text: string) => [...text].map((character) => [character, { 行: text === '行' ? 'xíng' : 'háng', 旅: 'lǚ', 银: 'yín' }[character] ?? ''] as const);
  const written = writeReadings(['银行', '行', '旅、'], read);
  expect(written).toBe('hang行 lv旅 xing行 yin银');
  expect(parseReadings(written).get('行')).toEqual(['hang', 'xing']);
});

test('a thing that has what was typed in its own name stands before one that is only also called so', () => {
  const services = { label: '办事', items: [['要落户了', '/a/', '居住证'], ['办居住证', '/b/', '暂住证']] };
  const suggest = createSuggester({ ...list, kinds: [services, ...list.kinds.slice(1, 4), { label: '常搜', items: [] }] } as unknown as SuggestionList);
  for (const typed of ['jzz', '居住证', 'juzhu']) expect(suggest(typed, 2).map(({ name }) => name), typed).toEqual(['办居住证', '要落户了']);
});
