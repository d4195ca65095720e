import { expect, test } from 'vitest';

import type { SuggestionList } from '../suggest/list.ts';
import { placeIn } from './place.ts';
import { understand } from './understand.ts';

test.each([
  ['教育局几点下班', ['hours'], '教育局'],
  ['婚姻登记处周六上班吗', ['hours'], '婚姻登记处'],
  ['婚姻登记处周六开不开', ['hours'], '婚姻登记处'],
  ['市民政局在什么地方', ['place'], '市民政局'],
  ['人社局的电话是多少', ['phone'], '人社局'],
  ['办居住证要带什么材料？', ['materials'], '办居住证'],
])('%s asks for %s of %s', (question, wanted, core) => {
  expect(understand(question)).toMatchObject({ wanted, core });
});

test('the name of the city says nothing on its own site, whichever city it is', () => {
  const listOf = (...names: string[]) => ({ kinds: [{ label: '', items: names.map((name) => [name, '/']) }] }) as unknown as SuggestionList;
  const place = placeIn(listOf('青石县教育局', '青石县民政局', '青石县公安局', '临江市民之家', '领结婚证'));
  expect(place).toBe('青石');
  expect(understand('青石的结婚证在哪里领', place).core).toBe('结婚证');
  expect(placeIn(listOf('青石县教育局', '领结婚证'))).toBe('');
});

test('who asks says nothing of the matter', () => {
  expect(understand('我们家想装电梯').core).toBe('想装电梯');
  expect(understand('咱们这里几点上班').whole).toBe('几点上班');
});
