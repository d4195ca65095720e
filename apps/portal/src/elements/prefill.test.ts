import { expect, test } from 'vitest';

import { readQuestion } from './prefill.ts';

test.each([
  [`#q=${encodeURIComponent('居住证怎么办？')}`, '居住证怎么办？'],
  ['#q=%E5%B1', ''],
  ['#main', ''],
  ['', ''],
])('readQuestion reads %j as %j', (hash, question) => {
  expect(readQuestion(hash)).toBe(question);
});

test('readQuestion cuts what no form would take', () => {
  expect(readQuestion(`#q=${'长'.repeat(900)}`)).toHaveLength(300);
});
