import { describe, expect, test } from 'vitest';

import { checkAnswer } from './check-answer.ts';

const citizen = { name: '王小明', phone: '13812345678' };
const good = '您好，路灯已于 11 月 9 日修复，感谢您的来信，欢迎继续监督。';

describe('checkAnswer', () => {
  test('passes an answer that says something and names nobody', () => expect(checkAnswer(good, citizen)).toEqual([]));

  test.each([
    ['  \n ', ['请写答复。']],
    ['已处理。', [expect.stringMatching('至少写 20 个字')]],
    [`王小明您好。${good}`, [expect.stringMatching('姓名')]],
    [`${good}我们拨打了138 1234 5678。`, [expect.stringMatching('电话')]],
    [`${good}我们拨打了１３８１２３４５６７８。`, [expect.stringMatching('电话')]],
    ['王小明13812345678', [expect.stringMatching('至少'), expect.stringMatching('姓名'), expect.stringMatching('电话')]],
  ])('finds everything that speaks against %j at once', (answer, problems) => {
    expect(checkAnswer(answer, citizen)).toEqual(problems);
  });

  test('has nothing to compare with once the personal fields are erased', () => expect(checkAnswer(`王小明。${good}`, {})).toEqual([]));
});
