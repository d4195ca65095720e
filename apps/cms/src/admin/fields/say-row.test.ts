import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from 'vitest';

import { sayRow, type RowSchema } from './say-row.ts';

const schemaOf = (name: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../components/${name}.json`), 'utf8')) as RowSchema;

test.each([
  ['service/material', { name: '居民身份证', necessity: 'required', copies: 1 }, '居民身份证 · 必要 · 1'],
  ['budget/line', { section: 'income', name: '税收收入', amount: 12.5 }, '收入 · 税收收入 · 12.5'],
  ['interview/turn', { role: 'host', speaker: '主持人', text: '欢迎\n各位' }, '主持人 · 欢迎 各位'],
  ['survey/question', { title: '您多久来一次河堤？', kind: 'single' }, '您多久来一次河堤？ · 单选'],
  ['survey/question', { title: '题'.repeat(60) }, `${'题'.repeat(40)}…`],
  ['survey/question', {}, ''],
])('a closed row of %s says what it holds', (name, row, line) => {
  expect(sayRow(schemaOf(name), row)).toBe(line);
});
