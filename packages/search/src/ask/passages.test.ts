import { expect, test } from 'vitest';

import { expectedBy } from './expected.ts';
import { passagesOf } from './passages.ts';

/** Each word held that was not said yet counts. */
const gainOf = (words: readonly string[]) => (said: string) => (text: string) => words.filter((word) => !said.includes(word) && text.includes(word)).length / words.length;

const TEXT = ['停水的范围是北渡和东岭两个街道，请住在那里的市民提前接好生活用水，老人可以请社区帮忙。', '检修', '夜里22时停水，次日4时恢复。', '老人可以请社区送水上门，电话打到街道就行，不收任何费用，志愿者会在天黑之前送到家里。'];

test('the paragraph that holds most is told, a heading with what follows it', () => {
  expect(passagesOf(TEXT, gainOf(['街道', '范围']), undefined)).toEqual([0]);
  expect(passagesOf(TEXT, gainOf(['检修']), undefined)).toEqual([1, 2]);
  expect(passagesOf(TEXT, gainOf(['地铁']), undefined)).toEqual([0]);
  expect(passagesOf([], gainOf(['地铁']), undefined)).toEqual([]);
});

test('of two that hold as much, the one with what was asked for; and a second one that holds what the first does not', () => {
  expect(passagesOf(TEXT, gainOf(['停水']), expectedBy('停水到几点'))).toEqual([1, 2]);
  expect(passagesOf(TEXT, gainOf(['停水的范围', '送水上门']), undefined)).toEqual([0, 3]);
});

test('what was asked for must stand in the sentence that the question is about', () => {
  const rules = ['年满十六周岁的居民可以参保。去年参保的有160元补贴。', '今年的居民参保每人交410元。'];
  expect(passagesOf(rules, gainOf(['居民', '参保', '今年']), expectedBy('今年居民参保一个人交多少'))).toEqual([1]);
});

test('a question and its answer are told together', () => {
  expect(passagesOf(['能。孩子随一方。', '户口簿丢了怎么补？', '户主带身份证到派出所。'], gainOf(['户口簿', '丢']), undefined)).toEqual([1, 2]);
});

test('a small table is told whole, a row of a large one under its head', () => {
  const rows = (size: number) => ['缴费标准（元）', '人员 个人缴 财政补', ...Array.from({ length: size }, (_, at) => `第${at + 1}档 ${at + 1}00 690`)];
  const after = '没有收入的老人由村里代为申请。';
  expect(passagesOf([...rows(2), after], gainOf(['第2档']), undefined)).toEqual([0, 1, 2, 3]);
  expect(passagesOf([...rows(9), after], gainOf(['第5档']), undefined)).toEqual([0, 1, 6]);
});

test.each([
  ['教育局电话多少', '0000-660 1200', '书院街77号'],
  ['公租房租金多少钱', '每平方米6元', '在政务大厅申请'],
  ['居民医保一个人交多少', '缴费标准（元）', '不收费'],
  ['工资多少以下能申请公租房', '月收入不超过4100元', '满18周岁'],
  ['学校几号放假', '1月20日', '20个工作日'],
  ['养老金最多补几年', '最多往前补两年', '补发'],
  ['宅基地能批多大', '不超过140平方米', '15个工作日'],
  ['夜班车末班到几点', '23:30', '12月1日'],
  ['暖气几号停', '3月15日停', '按面积交'],
  ['教育局在哪里', '书院街77号', '周一至周五'],
  ['多大可以领', '满80周岁', '带身份证'],
])('%s is answered by %s and not by %s', (question, answer, other) => {
  expect(answer).toMatch(expectedBy(question)!);
  expect(other).not.toMatch(expectedBy(question)!);
});

test('of other questions nothing is expected', () => {
  expect(expectedBy('离婚能反悔吗')).toBeUndefined();
});
