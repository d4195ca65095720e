import { isRedirect, MemorySnapshot, type AnyEntry } from '@mingchuang/content';
import { exampleAddresses, exampleEntries, EXAMPLE_TODAY } from '@mingchuang/content/examples';
import { expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';

test('a milestone whose day is not known yet is searched by its name', () => {
  const entries = exampleEntries.map((entry) => (entry.type === 'project' ? ({ ...entry, data: { ...entry.data, milestones: [{ name: '荷载试验', state: 'todo' }] } } as AnyEntry) : entry));
  const texts = [...buildPages(new MemorySnapshot(entries, exampleAddresses), { today: EXAMPLE_TODAY })].flatMap((page) => (!isRedirect(page) && page.template === 'Project' ? page.search!().text : []));
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text.split('\n')).toContain('荷载试验');
});
