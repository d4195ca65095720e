import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ELDERLY_MARKER, isRedirect, MODE_MARKER, PATHS, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { beforeAll, expect, test } from 'vitest';

import { isFile } from '../src/files/draw-file.ts';
import { BUDGETS } from './budgets.ts';
import { builtRenderer } from './built-renderer.ts';
import { classesIn, partsClasses } from './parts-classes.ts';
import { brotliOf, createScale, medianBy, type Weight } from './weigh-page.ts';

let articles: Weight[];
let home: Weight;
let drawn: { path: string; template: string; html: string }[];

beforeAll(async () => {
  const renderer = await builtRenderer();
  const weigh = createScale(renderer.assets);
  const pages = [...renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
  const draw = async (page: Page) => ({ path: page.path, template: page.template, html: (await renderer.draw({ ...page, props: page.props() })).body });
  drawn = await Promise.all(pages.filter(({ template }) => !isFile(template)).map(draw));
  const htmls = drawn.filter(({ template }) => template === 'Article').map(({ html }) => html);
  // Both modes are weighed: an article in elderly mode is to be as light.
  articles = htmls.flatMap((html) => [weigh(html), weigh(html.replace(MODE_MARKER, ELDERLY_MARKER))]);
  home = weigh(drawn.find((page) => page.path === PATHS.home)!.html);
});

test('half of all articles reach a reader in the first answer: page, styles and scripts in 14.6 kB', () => {
  expect(articles.length).toBeGreaterThan(4);
  expect(medianBy(articles, ({ total }) => total).total).toBeLessThanOrEqual(BUDGETS.article);
});

test('the home page weighs no more than 30 kB without its pictures', () => {
  expect(home.total).toBeLessThanOrEqual(BUDGETS.home);
});

test('a page without the style sheet of parts uses none of them', () => {
  const parts = partsClasses();
  expect(parts.size).toBeGreaterThan(50);
  const light = drawn.filter(({ html }) => !/<link rel="stylesheet" href="[^"]*parts\.[^"]*\.css"/.test(html));
  expect(light.map(({ template }) => template)).toContain('Article');
  for (const { path: at, html } of light) expect([...classesIn(html)].filter((name) => parts.has(name)), at).toEqual([]);
});

test('the service worker weighs no more than 3 kB', async () => {
  const { assets } = await builtRenderer();
  const worker = readFileSync(path.join(assets, PATHS.worker), 'utf8');
  expect(worker).toContain('navigationPreload');
  expect(brotliOf(worker)).toBeLessThanOrEqual(BUDGETS.worker);
  // It is loaded as a classic script: what it is made of is all in it.
  expect(worker).not.toMatch(/^import\b|\bexport\s*\{|\bfrom\s*["']\.\//m);
});

test('what is weighed is all there: a page, one style sheet, scripts with what they import', () => {
  for (const { html, css, js, total, requests } of [home, ...articles]) {
    expect(Math.min(html, css, js)).toBeGreaterThan(100);
    expect(total).toBe(html + css + js);
    expect(requests).toBeGreaterThanOrEqual(4);
  }
});
