import { expect, test } from 'vitest';

import { openRules } from '../engine/rules.ts';
import type { SearchResult } from '../engine/protocol.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { asWritten } from './spoken.ts';
import { tell } from './tell.ts';
import { understand } from './understand.ts';
import { SURE, weighSources } from './weigh-sources.ts';

const page = (title: string, more: Partial<SearchResult>): SearchResult => ({ url: `/${title}/`, title: [title], kind: 'service', excerpt: [''], summary: '', agency: '', date: '', validity: '', exact: false, ...more });
const licence = page('换驾照', {
  summary: '手机上办不用跑，证寄到家。',
  text: '换驾照\n到期前90天起就能换。工本费10元。',
  card: { kind: 'service', names: ['驾驶证换证'], fee: '工本费10元', materials: ['身份证', '体检证明'], places: [{ name: '车管所', address: '北渡路1号', hours: '周一至周五' }], asked: [['人在外地能换吗？', '全国任何一个车管所都能换。'], ['换证要体检吗？', '70岁以上的要。']] },
} as Partial<SearchResult>);
const school = page('孩子转学', { kind: 'faq', text: '寒暑假前后申请。', card: { kind: 'question', names: [], answer: '寒暑假前后申请。' } } as Partial<SearchResult>);
const list = { kinds: [{ label: '', items: [['换驾照', '/a/', '驾驶证换证'], ['孩子转学', '/b/'], ['结婚登记', '/c/'], ['补身份证', '/d/']] }] } as unknown as SuggestionList;
const weigh = (question: string) => weighSources(understand(question), [school, licence], openRules(undefined, ''), list);

test('a question is read as what is published writes it', () => {
  expect(asWritten('娃的身份证掉了咋整')).toBe('孩子的身份证丢了怎么办');
  expect(asWritten('电瓶车上哪儿上牌')).toBe('电动自行车在哪里上牌');
  expect(asWritten('老人走了，租的房子找哪个部门')).toBe('老人去世，租房子找谁');
  expect(asWritten('婚检要掏钱吗')).toBe('婚前医学检查要花钱吗');
  for (const written of ['旅行社说人不够不走了，钱退吗', '钱没了，能报案吗', '费用能报销不', '在哪里开死亡证明', '怎么办残疾人证']) expect(asWritten(written)).toBe(written);
});

test('the page that answers is the surest, and tells the fact that was asked for, with what is near in its guide', () => {
  const [best] = weigh('换驾照要多少钱？');
  expect(best!.sure).toBeGreaterThan(SURE.least);
  expect(tell(best!.result, best!.choice)).toMatchObject({ facts: [{ want: 'fee', lines: ['工本费10元'] }] });
  const [other] = weigh('我人在外地，能换驾照吗');
  expect(tell(other!.result, other!.choice)).toMatchObject({ lines: ['手机上办不用跑，证寄到家。'], asked: [{ question: '人在外地能换吗？', lines: ['全国任何一个车管所都能换。'] }] });
});

test('a text whose title is all that was asked tells its beginning', () => {
  const notice = page('放假通知', { kind: 'article', summary: '放三天。', text: '十月一日至三日放假。\n请安排好生活。' });
  const [best] = weighSources(understand('放假通知'), [notice], openRules(undefined, ''), list);
  expect(tell(best!.result, best!.choice).lines.slice(0, 2)).toEqual(['放三天。', '十月一日至三日放假。']);
});

test('what no page is about leaves all of them unsure, and all together are never surer than sure', () => {
  const options = weigh('公墓一个多少钱');
  for (const { sure } of options) expect(sure).toBeLessThan(0.1);
  expect(weigh('换驾照').reduce((sum, { sure }) => sum + sure, 0)).toBeLessThanOrEqual(1);
});
