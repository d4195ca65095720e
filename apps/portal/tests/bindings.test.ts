import { isRedirect, MemorySnapshot, type AnyEntry, type Page, type Renderer } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries } from '@mingchuang/content/examples';
import { beforeAll, describe, expect, test } from 'vitest';

import { relativeAddress } from '../src/links/relative.ts';
import { builtRenderer } from './built-renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await builtRenderer();
});

const pathOf = (id: string, entries: readonly AnyEntry[] = exampleEntries) =>
  (entries.find(({ documentId }) => documentId === id)!.data as { path: string }).path;

async function htmlOf(id: string, entries: readonly AnyEntry[] = exampleEntries): Promise<string> {
  const path = pathOf(id, entries);
  const pages = [...renderer.buildPages(new MemorySnapshot(entries, exampleAddresses), { today: EXAMPLE_TODAY })];
  const page = pages.find((one): one is Page => !isRedirect(one) && one.path === path)!;
  return (await renderer.draw({ ...page, props: page.props() })).body;
}

/** Every direction in which a reader can go from one document to another that is bound to it. */
const DIRECTIONS: [what: string, from: string, to: string][] = [
  ['policy → interpretation', 'policy-lift', 'interpretation-picture'],
  ['interpretation → policy', 'interpretation-picture', 'policy-lift'],
  ['policy → service', 'policy-lift', 'service-residence'],
  ['service → policy', 'service-residence', 'policy-lift'],
  ['policy → question', 'policy-lift', 'faq-fund'],
  ['question → policy', 'faq-fund', 'policy-lift'],
  ['question → service', 'faq-fund', 'service-fund'],
  ['service → question', 'service-fund', 'faq-fund'],
  ['interpretation → service of its document', 'interpretation-picture', 'service-residence'],
  ['interpretation → question of its document', 'interpretation-picture', 'faq-fund'],
  ['policy → the document it amends', 'policy-lift', 'policy-fund'],
  ['policy → the document that amends it', 'policy-fund', 'policy-lift'],
  ['policy → the document it repeals', 'policy-lift', 'policy-old-lift'],
  ['policy → the document that repeals it', 'policy-old-lift', 'policy-lift'],
  ['policy → consultation', 'policy-lift', 'consultation-lift'],
  ['consultation → policy', 'consultation-lift', 'policy-lift'],
  ['journey → service', 'journey-settle', 'service-residence'],
  ['service → journey', 'service-residence', 'journey-settle'],
  ['journey → journey', 'journey-settle', 'journey-rent'],
];

describe('bound documents', () => {
  test.each(DIRECTIONS)('lead to each other: %s', async (_what, from, to) => {
    expect(await htmlOf(from)).toContain(`href="${relativeAddress(pathOf(from), pathOf(to))}"`);
  });

  test.each(DIRECTIONS)('lead nowhere when the other is not published: %s', async (_what, from, to) => {
    const without = exampleEntries.filter(({ documentId }) => documentId !== to);
    expect(await htmlOf(from, without)).not.toContain(`href="${relativeAddress(pathOf(from), pathOf(to))}"`);
  });
});

describe('a service that is a step of a journey', () => {
  test('says which, and leads to the steps before and after it', async () => {
    const html = await htmlOf('service-residence');
    expect(html.replace(/<[^>]+>/g, '')).toContain('属于“到望川安家了”的第 2 步');
    const journey = relativeAddress(pathOf('service-residence'), pathOf('journey-settle'));
    expect(html).toContain(`href="${journey}#step-1"`);
    expect(html).toContain(`href="${journey}#step-3"`);
  });

  test('is shown in the step with what it costs, how long it takes and how often to come', async () => {
    const html = await htmlOf('journey-settle');
    const step = html.slice(html.indexOf('id="step-2"'), html.indexOf('id="step-3"'));
    for (const text of ['每张 20 元', '8 个工作日', '1 趟']) expect(step).toContain(text);
  });
});
