import { ELDERLY_MARKER, isRedirect, MODE_MARKER, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { findAll, getAttributeValue, hasAttrib } from 'domutils';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';

import { exampleDrawables } from '../e2e/example-drawables.ts';
import { isFile } from '../src/files/draw-file.ts';
import { builtRenderer } from './built-renderer.ts';

let pages: { path: string; elements: Element[] }[];

beforeAll(async () => {
  const renderer = await builtRenderer();
  const built = [...renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page) && !isFile(page.template));
  const drawables = [...built.map((page) => ({ ...page, props: page.props() })), ...exampleDrawables()];
  pages = await Promise.all(
    drawables.map(async (drawable) => {
      const { body } = await renderer.draw(drawable);
      return { path: drawable.path, elements: findAll(() => true, parseDocument(body.replace(MODE_MARKER, ELDERLY_MARKER)).children) };
    }),
  );
});

const named = (elements: Element[], ...names: string[]) => elements.filter(({ name }) => names.includes(name));
/** Links a browser follows by itself. */
const FETCHED = /^(?:stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|preconnect|dns-prefetch|prefetch)$/;

/** Every address a browser asks for to show a page. */
function fetchedBy(elements: Element[]): string[] {
  const links = named(elements, 'link').filter((link) => FETCHED.test(getAttributeValue(link, 'rel') ?? ''));
  const sets = elements.flatMap((element) => (getAttributeValue(element, 'srcset') ?? '').split(',').map((part) => part.trim().split(' ')[0]!));
  return [...links.map((link) => getAttributeValue(link, 'href')!), ...sets, ...elements.flatMap((element) => ['src', 'poster', 'data'].flatMap((name) => getAttributeValue(element, name) ?? []))].filter(Boolean);
}

test('a page asks nobody else for anything, and for no font', () => {
  expect(pages.length).toBeGreaterThan(100);
  for (const { path, elements } of pages) {
    const asked = fetchedBy(elements);
    expect(asked.length, path).toBeGreaterThan(path.endsWith('-strip/') ? -1 : 3);
    expect(asked.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address) || /\.(?:woff2?|ttf|otf)\b/.test(address)), path).toEqual([]);
  }
});

test('a picture has its size before it is there, and waits until it comes near, but for the one a page begins with', () => {
  let [first, later] = [0, 0];
  for (const { path, elements } of pages.filter(({ path: at }) => !at.startsWith('/styleguide/'))) {
    // The emblem in the head is small and the same on every page.
    const pictures = named(elements, 'img').filter((picture) => getAttributeValue(picture, 'width') !== '56');
    const urgent = pictures.filter((picture) => getAttributeValue(picture, 'fetchpriority') === 'high');
    for (const picture of named(elements, 'img')) expect([hasAttrib(picture, 'width'), hasAttrib(picture, 'height'), hasAttrib(picture, 'alt')], `${path} ${getAttributeValue(picture, 'src')}`).toEqual([true, true, true]);
    expect(urgent.filter((picture) => hasAttrib(picture, 'loading')), path).toEqual([]);
    expect(urgent.length, path).toBeLessThanOrEqual(1);
    expect(pictures.filter((picture) => !urgent.includes(picture) && getAttributeValue(picture, 'loading') !== 'lazy').map((picture) => getAttributeValue(picture, 'src')), path).toEqual([]);
    first += urgent.length;
    later += pictures.length - urgent.length;
  }
  expect(first).toBeGreaterThan(3);
  expect(later).toBeGreaterThan(3);
});
