import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from 'vitest';

import { groupTypes } from './group-types.ts';

const names = readdirSync(resolve(import.meta.dirname, '../../api'));
const links = names.map((name) => ({ uid: `api::${name}.${name}`, title: name }));

test('every content type has its group, and none is lost', () => {
  const sections = groupTypes([{ id: 'collectionTypes', title: '内容', links }, { id: 'singleTypes', title: '单页', links: [] }]);
  expect(sections.map(({ title }) => title)).not.toContain('其他');
  expect(sections.flatMap((section) => section.links).length).toBe(names.length);
});

test('a group nobody may see or nothing was found in is left out, a strange type comes last', () => {
  const stranger = { uid: 'plugin::x.y', title: '别的' };
  expect(groupTypes([{ id: 'a', title: 'a', links: [stranger, links.find(({ title }) => title === 'article')!] }]).map(({ title }) => title)).toEqual(['信息发布', '其他']);
});
