import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { HELP } from './arguments';
import { MappingError, parseMapping } from './mapping';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/import.md'), 'utf8');

test('every mapping of the guide is one', () => {
  const mappings = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => parseMapping(json!));
  expect(mappings).toHaveLength(4);
});

test('the help names every option of the guide', () => {
  const options = new Set(guide.match(/--(?!-)[a-z-]+/g));
  expect([...options].filter((option) => !HELP.includes(option))).toEqual([]);
});

test('a pattern that cannot be one is refused with its place', () => {
  expect(() => parseMapping('{"type":"article","fields":{"title":{"from":"a","match":"("}}}')).toThrow(MappingError);
  expect(() => parseMapping('{"type":"article","fields":{},"pages":{"body":"#a","fields":{"b":{"select":"c","match":"["}}}}')).toThrow(/pages/);
});
