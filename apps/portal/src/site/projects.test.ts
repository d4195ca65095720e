import { isRedirect, MemorySnapshot, type AnyEntry } from '@mingchuang/content';
import { exampleAddresses, exampleEntries, EXAMPLE_TODAY } from '@mingchuang/content/examples';
import { expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';

/** What the example projects with these milestones are searched by, paragraph by paragraph. */
function searchedWith(milestones: object[]): string[][] {
  const entries = exampleEntries.map((entry) => (entry.type === 'project' ? ({ ...entry, data: { ...entry.data, milestones } } as AnyEntry) : entry));
  return [...buildPages(new MemorySnapshot(entries, exampleAddresses), { today: EXAMPLE_TODAY })].flatMap((page) => (!isRedirect(page) && page.template === 'Project' ? [page.search!().text.split('\n')] : []));
}

test('a milestone whose day is not known yet is searched by its name', () => {
  const texts = searchedWith([{ name: '荷载试验', state: 'todo' }]);
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).toContain('荷载试验');
});

test('milestones are one paragraph', () => {
  const milestones = [{ name: '合龙', day: '2027-03-31', note: '已完成六成。', state: 'doing' }, { name: '通车', day: '2027-09-30', state: 'todo' }];
  for (const text of searchedWith(milestones)) expect(text).toContain('合龙：2027 年 3 月 31 日，已完成六成；通车：2027 年 9 月 30 日');
});
