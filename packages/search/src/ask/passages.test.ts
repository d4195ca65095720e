import { expect, test } from 'vitest';

import { expectedBy } from './expected.ts';
import { passagesOf } from './passages.ts';

/** Each word held that was not said yet counts. */
const gainOf = (words: readonly string[]) => (said: string) => (text: string) => words.filter((word) => !said.includes(word) && text.includes(word)).length / words.length;

const TEXT = ['停水的范围是北渡和东岭两个街道，请住在那里的市民提前接好生活用水，老人可以请社区帮忙。', '检修', '夜里22时停水，次日4时恢复。', '老人可以请社区送水上门，电话打到街道就行，不收任何费用，志愿者会在天黑之前送到家里。'];

test('the paragraph that holds most is told, a short one with the next', () => {
  expect(passagesOf(TEXT, gainOf(['街道', '范围']), undefined)).toEqual([[0, 1]]);
  expect(passagesOf(TEXT, gainOf(['检修']), undefined)).toEqual([[1, 3]]);
  expect(passagesOf(TEXT, gainOf(['地铁']), undefined)).toEqual([[0, 1]]);
  expect(passagesOf([], gainOf(['地铁']), undefined)).toEqual([]);
});

test('of two that hold as much, the one with what was asked for; and a second one that holds what the first does not', () => {
  expect(passagesOf(TEXT, gainOf(['停水']), expectedBy('停水到几点'))).toEqual([[1, 3]]);
  expect(passagesOf(TEXT, gainOf(['停水的范围', '送水上门']), undefined)).toEqual([[0, 1], [2, 4]]);
});

test.each([
  ['教育局电话多少', '0000-660 1200', '书院街77号'],
  ['公租房租金多少钱', '每平方米6元', '在政务大厅申请'],
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
