import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeRelative, relativeAddress } from './relative.ts';

const segment = fc.stringMatching(/^[a-z0-9-]{1,6}$/);
const page = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.map((part) => `${part}/`).join('')}`);
const target = fc
  .tuple(page, fc.constantFrom('', 'rss.xml', '?q=1', '#main', 'a.json?x=/y/'))
  .map(([path, end]) => path + end);

describe('relativeAddress', () => {
  test.each([
    ['/', '/', './'],
    ['/a/b/', '/', '../../'],
    ['/a/b/', '/a/b/', './'],
    ['/a/b/', '/a/c/', '../c/'],
    ['/a/', '/a/b/rss.xml', 'b/rss.xml'],
    ['/a/', '/search/?q=长', '../search/?q=长'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativeAddress(from, to)).toBe(expected);
  });

  test('leads to the same place, and from the elderly page to its elderly twin', () => {
    fc.assert(
      fc.property(page, target, (from, to) => {
        const relative = relativeAddress(from, to);
        expect(new URL(relative, `http://site${from}`).href).toBe(`http://site${to}`);
        expect(new URL(relative, `http://site/elder${from}`).href).toBe(`http://site/elder${to}`);
      }),
    );
  });
});

describe('makeRelative', () => {
  const from = '/a/b/';

  test('rewrites links and forms', () => {
    expect(makeRelative('<a class="x" href="/c/">/c/</a><form method="post" action="/search/">', from)).toBe(
      '<a class="x" href="../../c/">/c/</a><form method="post" action="../../search/">',
    );
  });

  test.each([
    ['files', '<a href="/media/1/a.pdf">'],
    ['assets', '<link href="/_astro/a.css"><script src="/_astro/a.js">'],
    ['switches of the mode', '<a data-to="elderly" href="/elder/a/b/">'],
    ['other sites', '<a href="https://www.gov.cn/x/"><a href="//cdn/"><a href="#c1"><a href="tel:12345">'],
    ['words that look like a tag', '<p>&lt;a href="/c/"&gt;</p>'],
  ])('leaves %s alone', (_, html) => {
    expect(makeRelative(html, from)).toBe(html);
  });
});
