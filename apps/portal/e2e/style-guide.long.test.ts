import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { expect } from '@playwright/test';

import { digestComponents } from '../integration/digest-components.ts';
import type { Results } from '../src/styleguide/results.ts';
import { PARTS } from '../src/styleguide/words.ts';
import { countByComponent } from './axe-by-component.ts';
import { test } from './site.ts';

const RESULTS = path.join(import.meta.dirname, '../src/styleguide/results.json');
const versionOf = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
const version = versionOf(path.join(import.meta.dirname, '../../../package.json'));
const axe = versionOf(createRequire(import.meta.url).resolve('axe-core/package.json'));

/** What each look is called, and what the root has for it. */
const LOOKS: readonly [string, Record<string, string>][] = [
  ['标准版', {}],
  ['长者版', { 'data-mode': 'elderly' }],
  ['深色', { 'data-scheme': 'dark' }],
  ['黑底黄字', { 'data-scheme': 'yellow-black' }],
  ['蓝底黄字', { 'data-scheme': 'yellow-blue' }],
  ['政务红', { 'data-theme': 'red' }],
  ['青绿', { 'data-theme': 'green' }],
];
const WIDTHS = [375, 1440];

test('no component has an accessibility violation in any look; the style guide is told', async ({ page, site }) => {
  test.setTimeout(900_000);
  // Colours that are still on their way to another scheme would be measured.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const components: Results['components'] = {};
  const violations: string[] = [];
  for (const [name, attributes] of LOOKS)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const part of Object.keys(PARTS)) {
        await page.goto(`${site}/styleguide/${part}/`);
        await page.locator(':root').evaluate((root, set) => Object.entries(set).forEach(([key, value]) => root.setAttribute(key, value)), attributes);
        for (const { component, passed, failed } of await countByComponent(page)) {
          const sum = (components[component] ??= { passed: 0, failed: 0 });
          sum.passed += passed;
          sum.failed += failed.length;
          violations.push(...failed.map((failure) => `${name}, ${width} px: ${failure}`));
        }
      }
    }
  const looks = [...LOOKS.map(([name]) => name), ...WIDTHS.map((width) => `${width} 像素宽`)];
  const on = new Date().toISOString().slice(0, 10);
  const results: Results = { on, version, tested: digestComponents(), engine: `axe-core ${axe}`, looks, components };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  expect(violations).toEqual([]);
});
