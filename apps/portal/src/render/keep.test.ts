import { expect, test } from 'vitest';

import { inLocale } from '../strings/locale.ts';
import { keep } from './keep.ts';

test('a piece is drawn once for what it is made of, in each language', async () => {
  let drawn = 0;
  const draw = (words: string) => keep('test foot', { words: [words] }, async () => `${words} ${++drawn}`);
  expect(await draw('one')).toBe('one 1');
  expect(await draw('one')).toBe('one 1');
  expect(await draw('two')).toBe('two 2');
  expect(await inLocale('en', () => draw('one'))).toBe('one 3');
  expect(await draw('one')).toBe('one 1');
});

test('a piece that could not be drawn is drawn again', async () => {
  const fail = () => Promise.reject(new Error('no such icon'));
  await expect(keep('test fail', 1, fail)).rejects.toThrow('no such icon');
  expect(await keep('test fail', 1, async () => 'drawn')).toBe('drawn');
});

test('what was not asked for lately is forgotten', async () => {
  let drawn = 0;
  const draw = (of: number) => keep('test lately', of, async () => String(++drawn));
  await draw(0);
  for (let of = 1; of < 200; of++) {
    await draw(of);
    if (of % 50 === 0) await draw(0);
  }
  expect(await draw(0)).toBe('1');
  expect(await draw(1)).toBe(String(drawn));
});
