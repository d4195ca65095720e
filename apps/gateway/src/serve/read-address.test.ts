import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { encodePath, readAddress, resolveAddress } from './read-address.ts';

/** What a visitor gets for a target, on a site with these paths. */
function answerTo(target: string, paths: ReadonlySet<string>): { path: string } | { location: string } | 'none' | 'bad' {
  const address = readAddress(target);
  if (!address) return 'bad';
  const found = resolveAddress(address.path, (path) => paths.has(path));
  if (found.kind === 'here') return { path: found.path };
  return found.kind === 'moved' ? { location: encodePath(found.to) + (address.query ? `?${address.query}` : '') } : 'none';
}

const segment = fc.oneof(
  fc.constantFrom('', '.', '..', 'a', 'A', 'index.html', 'INDEX.HTM', 'elder', 'hant', 'sitemap.xml', '新闻', '%2e%2e', '%2f', '%5c', '\\', 'evil.example', 'b c', '@', ';x'),
  fc.string({ maxLength: 6 }),
);
const target = fc.tuple(fc.array(segment, { maxLength: 6 }), fc.constantFrom('', '/', '//'), fc.constantFrom('', '?a=1', '?to=//evil.example', '#x')).map(
  ([segments, end, rest]) => `/${segments.join('/')}${end}${rest}`,
);
const sitePath = fc.array(fc.constantFrom('a', 'A', 'b', '新闻', 'index.html', 'sitemap.xml', 'evil.example'), { maxLength: 4 }).chain((segments) =>
  fc.constantFrom(`/${segments.join('/')}/`.replace('//', '/'), segments.length ? `/${segments.join('/')}` : '/'),
);
const sites = fc.array(sitePath, { maxLength: 8 }).map((paths) => new Set(paths));

describe('addresses', () => {
  test('never lead outside the table of paths, to another host, or in a circle', () => {
    fc.assert(
      fc.property(target, sites, (asked, paths) => {
        const first = answerTo(asked, paths);
        if (typeof first === 'object' && 'path' in first) expect(paths.has(first.path)).toBe(true);
        if (typeof first !== 'object' || !('location' in first)) return;
        expect(first.location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(new URL(first.location, 'http://ours.example').host).toBe('ours.example');
        const second = answerTo(first.location, paths);
        expect(second).toHaveProperty('path');
      }),
      { numRuns: 3000 },
    );
  });

  test('reach every path of a site at the address it is written with', () => {
    fc.assert(fc.property(sites, (paths) => [...paths].every((path) => (answerTo(encodePath(path), paths) as { path: string }).path === path)));
  });

  test.each([
    ['/a', '/a/'],
    ['/%41', '/a/'],
    ['//a?b', '/a/?b'],
    ['/a?新 闻', '/a/?%E6%96%B0%20%E9%97%BB'],
    ['/\\evil.example/..//a/', '/a/'],
    ['/elder/a', '/elder/a/'],
    ['/ELDER/A/', '/elder/a/'],
    ['/elder//a/index.html', '/elder/a/'],
    ['/hant/a', '/hant/a/'],
    ['/elder/HANT/a', '/elder/hant/a/'],
    ['/hant/elder/a/', '/elder/hant/a/'],
    ['/hant/en/a/', '/en/a/'],
    ['/elder/hant/en/a', '/elder/en/a/'],
    ['/sitemap.xml/', '/sitemap.xml'],
  ])('%s leads to %s', (asked, location) => {
    expect(answerTo(asked, new Set(['/', '/a/', '/en/a/', '/sitemap.xml']))).toEqual({ location });
  });

  test('a capital in an address that has one is left alone', () => {
    expect(answerTo('/media/x/A.pdf', new Set(['/media/x/A.pdf', '/media/x/a.pdf']))).toEqual({ path: '/media/x/A.pdf' });
  });

  test.each(['a', '*', '', '/%', '/%ff', '/%0a', '/\u007f'])('%j is no address', (asked) => {
    expect(['bad', 'none']).toContain(answerTo(asked, new Set(['/x/'])));
  });

  test('the form with a host is understood', () => {
    expect(readAddress('http://ours.example/a/?b=1')).toEqual({ path: '/a/', query: 'b=1' });
  });
});
