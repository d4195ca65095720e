import { expect, test } from 'vitest';

import { readWords } from '../../../server/src/words/read-word.ts';
import { START_LIST } from '../../../server/src/words/start/start-list.ts';
import { decodeTable, writeTable } from './table-of-words.ts';

test('a table that was downloaded can be imported as it is', () => {
  const { words, bad } = readWords(writeTable(START_LIST.map((word) => ({ ...word, isOn: true, origin: 'start' }))));
  expect(bad).toEqual([]);
  expect(words.map(({ wrong, right }) => [wrong, right])).toEqual(START_LIST.map(({ wrong, right }) => [wrong, right]));
});

test('a table is read in UTF-8 and in GBK', () => {
  expect(decodeTable(new TextEncoder().encode('词,建议').buffer)).toBe('词,建议');
  expect(decodeTable(Uint8Array.from([0xb4, 0xca]).buffer)).toBe('词');
});
