import { isRedirect, MemorySnapshot, type AnyEntry, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries } from '@mingchuang/content/examples';
import { afterEach, expect, test, vi } from 'vitest';

import { buildPages } from './build-pages.ts';
import { Inputs } from './inputs.ts';

/** What each page was handed out by its inputs, as text, by the list of inputs that became the page's. */
const handedOut = new Map<readonly string[], unknown[]>();

/** Notes what every way of handing out answers: that is in the inputs by its digest, and nothing else is. */
function recordInputs(): void {
  for (const name of ['whole', 'card', 'cards', 'fact', 'known'] as const) {
    const original = Inputs.prototype[name] as (...args: unknown[]) => unknown;
    vi.spyOn(Inputs.prototype, name).mockImplementation(function (this: Inputs, ...args: unknown[]) {
      const value = original.apply(this, args);
      const noted = handedOut.get(this.list) ?? [];
      noted.push(value);
      // The addresses of the documents a body links to are handed out with it.
      if (name === 'whole') noted.push([...this.links.values()]);
      handedOut.set(this.list, noted);
      return value;
    } as never);
  }
}
afterEach(() => {
  vi.restoreAllMocks();
  handedOut.clear();
});

/** The examples with a mark of its own in every text and address, and the field each mark stands for. */
function markEverything(): { entries: AnyEntry[]; fields: string[] } {
  const fields: string[] = [];
  const mark = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item, at) => mark(item, `${name}.${at}`));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark(item, `${name}.${key}`)]));
    if (typeof value !== 'string') return value;
    const sign = `⟦${fields.length}⟧`;
    if (/^\/.*\/$/.test(value) && name.endsWith(' path')) {
      fields.push(name);
      return `${value.slice(0, -1)}${sign}/`;
    }
    if (!/[\u4e00-\u9fff]/.test(value)) return value;
    fields.push(name);
    return /^<[^>]+>/.test(value) ? value.replace(/^<[^>]+>/, `$&${sign}`) : sign + value;
  };
  const entries = exampleEntries.map((entry) => {
    const data = Object.fromEntries(Object.entries(entry.data).map(([key, item]) => [key, mark(item, `${entry.type} ${entry.documentId} ${key}`)]));
    return { ...entry, data } as AnyEntry;
  });
  return { entries, fields };
}

const marksIn = (text: string) => new Set([...text.matchAll(/⟦(\d+)⟧/g)].map(([, number]) => Number(number)));

test('props and search entries hold no text and no address that the inputs did not hand out', () => {
  recordInputs();
  const { entries, fields } = markEverything();
  const pages = [...buildPages(new MemorySnapshot(entries, exampleAddresses), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
  let shown = 0;
  const undeclared: string[] = [];
  for (const page of pages) {
    const declared = marksIn(page.path + JSON.stringify(handedOut.get(page.inputs!) ?? []));
    for (const mark of marksIn(JSON.stringify([page.props(), page.search?.()]))) {
      shown++;
      if (!declared.has(mark)) undeclared.push(`${page.path} shows ${fields[mark]}`);
    }
  }
  expect(undeclared).toEqual([]);
  expect(shown).toBeGreaterThan(3000);
});
