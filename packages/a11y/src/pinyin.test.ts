import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { printTable } from './pinyin-table/print-table.ts';
import { readPinyin } from './pinyin.ts';

const table = readFileSync(path.join(import.meta.dirname, 'generated/pinyin-table.ts'), 'utf8');
const read = (text: string) => readPinyin(text).map(([, reading]) => reading).join(' ').trim();

test('reads characters as the word they stand in wants it', () => {
  expect(read('长者到银行办理还款')).toBe('zhǎng zhě dào yín háng bàn lǐ huán kuǎn');
  expect(read('重新调整，重点调查')).toBe('chóng xīn tiáo zhěng  zhòng diǎn diào chá');
  expect(read('了解不动产登记')).toBe('liǎo jiě bù dòng chǎn dēng jì');
  expect(read('局长和会计')).toBe('jú zhǎng hé kuài jì');
});

test('reads 繁體 as it reads 简体', () => {
  expect(read('銀行還款')).toBe(read('银行还款'));
  expect(read('調查長者')).toBe(read('调查长者'));
});

test('leaves figures, letters and signs alone, and loses no character', () => {
  const text = '2026年《A类》12345热线：办了𠮷';
  expect(readPinyin(text).map(([character]) => character).join('')).toBe(text);
  expect(readPinyin('12345：A').every(([, reading]) => reading === '')).toBe(true);
});

test('the table is what the library and the corrections give', () => {
  expect(table).toBe(printTable());
});

test('the table weighs at most 40 kB on the way, a third of the library', () => {
  expect(brotliCompressSync(table).length).toBeLessThanOrEqual(40_000);
});
