import { expect, test } from 'vitest';

import type { SuggestionList } from '../suggest/list.ts';
import { nearestTo } from './nearest.ts';

const list = {
  kinds: [
    { label: '办事', items: [['取公积金付房租', '/a/', '租房提取'], ['办理居住证', '/b/']] },
    { label: '问答', items: [['租房子怎么办居住证？', '/c/']] },
    { label: '栏目', items: [['住房保障', '/d/']] },
    { label: '机构', items: [['市住房公积金管理中心', '/e/']] },
    { label: '常搜', items: [['公积金', '']] },
  ],
} as unknown as SuggestionList;
const nearest = (query: string) => nearestTo(query, list).map(([name]) => name);

test('what shares most with the query comes first, places before pages', () => {
  expect(nearest('公积金贷款利率')).toEqual(['市住房公积金管理中心', '取公积金付房租']);
  expect(nearest('租房补贴')).toEqual(['取公积金付房租', '租房子怎么办居住证？']);
});

test('words that ask are nobody’s name, and a query like nothing has nothing near it', () => {
  expect(nearest('怎么办理')).toEqual([]);
  expect(nearest('鼯鼠滑翔伞')).toEqual([]);
});
