import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isRedirect, MemorySnapshot, PATHS, siteIconPath, type AnyEntry, type Page } from '@mingchuang/content';
import { exampleEntries, exampleSite, EXAMPLE_TODAY } from '@mingchuang/content/examples';
import { expect, test } from 'vitest';

import { drawFile } from '../files/draw-file.ts';
import type { WebManifest } from '../files/web-manifest.ts';
import { buildPages } from './build-pages.ts';
import { THEME_COLOURS } from './manifest.ts';

function manifestOf(entries: readonly AnyEntry[]): { type: string; manifest: WebManifest; paths: Set<string> } {
  const pages = [...buildPages(new MemorySnapshot(entries), { today: EXAMPLE_TODAY })];
  const page = pages.find(({ path: at }) => at === PATHS.manifest) as Page;
  const { type, body } = drawFile({ path: page.path, template: page.template, props: page.props() })!;
  return { type, manifest: JSON.parse(body) as WebManifest, paths: new Set(pages.filter((one) => !isRedirect(one)).map((one) => one.path)) };
}

const EMBLEM = exampleSite.data.emblem!.hash;
const withoutEmblem = exampleEntries.map((entry) => (entry.type === 'site' ? { ...entry, data: { ...entry.data, emblem: undefined } } : entry)) as AnyEntry[];

test('the app has the name and the emblem of its site, and shortcuts to pages that are there', () => {
  const { type, manifest, paths } = manifestOf(exampleEntries as AnyEntry[]);
  expect(type).toBe('application/manifest+json');
  expect(manifest.name).toContain('望川市');
  expect(manifest.icons).toEqual([
    { src: expect.stringMatching(/^\/media\/\w+\/望川\.svg$/), type: 'image/svg+xml', sizes: 'any' },
    { src: siteIconPath(EMBLEM, '192'), type: 'image/png', sizes: '192x192' },
    { src: siteIconPath(EMBLEM, '512'), type: 'image/png', sizes: '512x512' },
    { src: siteIconPath(EMBLEM, 'maskable-512'), type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ]);
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual(['办事', '查进度', '写信', '打 12345']);
  for (const { url } of manifest.shortcuts) expect(paths).toContain(url.split('#')[0]);
});

test('a site without an emblem has the mark in the sizes devices ask for', () => {
  const sizes = manifestOf(withoutEmblem).manifest.icons.map(({ sizes: size, purpose }) => `${size} ${purpose ?? ''}`.trim());
  expect(sizes).toEqual(['any', '192x192', '512x512', '512x512 maskable']);
});

test('the colours of themes are those of the style sheets', () => {
  const tokens = readFileSync(path.join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
  const inTokens = [...tokens.matchAll(/--main-7: (#\w+)/g)].map(([, colour]) => colour);
  expect(Object.values(THEME_COLOURS)).toEqual(inTokens);
});
