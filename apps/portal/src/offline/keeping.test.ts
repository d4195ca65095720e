import { describe, expect, test } from 'vitest';

import { dress, importsOf, isImpersonal, keyOf, mayKeep, partsOf, undress } from './keeping.ts';

/** An answer as a worker sees one from its own site; Node's have no such type. */
function answer(headers: Record<string, string> = {}, { status = 200, redirected = false } = {}): Response {
  const response = new Response('', { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
  return Object.defineProperties(response, { type: { value: 'basic' }, redirected: { value: redirected } });
}
const at = (path: string) => new URL(path, 'https://www.wangchuan.example');

describe('keyOf', () => {
  test('has one copy for both modes, and another for 繁體', () => {
    expect(['/a/', '/elder/a/', '/hant/a/', '/elder/hant/a/'].map(keyOf)).toEqual(['/a/', '/a/', '/hant/a/', '/hant/a/']);
  });
});

describe('mayKeep', () => {
  test.each(['/', '/elder/', '/fuwu/geren/202608/jzz3m9x1/', '/hant/gongkai/', '/en/services/', '/letters-of-old/'])('may keep %s', (path) => {
    expect(mayKeep(at(path), answer({ 'cache-control': 'no-cache' }))).toBe(true);
  });

  test.each(['/letters/write/', '/elder/letters/track/', '/letters/receipt/abc/', '/preview/abc/', '/hant/letters/write/', '/en/search/', '/search/', '/link/', '/api/cases/', '/kiosk/', '/offline/', '/404/'])('never keeps %s', (path) => {
    expect(mayKeep(at(path), answer())).toBe(false);
  });

  test('keeps nothing that was made for one visitor, is not whole, or is no page', () => {
    expect(mayKeep(at('/a/'), answer({ 'cache-control': 'no-store' }))).toBe(false);
    expect(mayKeep(at('/a/'), answer({ 'cache-control': 'private, max-age=60' }))).toBe(false);
    expect(mayKeep(at('/a/?q=我的名字'), answer())).toBe(false);
    expect(mayKeep(at('/a/'), answer({}, { redirected: true }))).toBe(false);
    for (const status of [201, 404, 410, 503]) expect(mayKeep(at('/a/'), answer({}, { status }))).toBe(false);
    expect(mayKeep(at('/a/b.pdf'), answer({ 'content-type': 'application/pdf' }))).toBe(false);
  });
});

describe('isImpersonal', () => {
  test('refuses pages with a form to send and pages hidden from search engines', () => {
    expect(isImpersonal('<form class="find" role="search" action="/search/"><p>正文</p>')).toBe(true);
    expect(isImpersonal('<p>意见</p><form class="x" method="post" action="./">')).toBe(false);
    expect(isImpersonal('<FORM METHOD=POST>')).toBe(false);
    expect(isImpersonal('<meta name="robots" content="noindex">')).toBe(false);
  });
});

describe('dress', () => {
  const html = '<!doctype html><html lang="zh-CN" data-mode="standard"><body></body></html>';

  test('shows a copy in the mode of the reader and says when it was kept', () => {
    expect(dress(html, '2026-11-22T01:00:00.000Z', true)).toContain('<html data-kept="2026-11-22T01:00:00.000Z" lang="zh-CN" data-mode="elderly">');
    expect(dress(html, '2026-11-22T01:00:00.000Z', false)).toContain('data-mode="standard"');
  });

  test('a page of either mode leaves the same copy', () => {
    expect(undress(html.replace('standard', 'elderly'))).toBe(undress(html));
  });
});

test('finds the files of a page and the modules of a module', () => {
  expect(partsOf('<link rel="stylesheet" href="/_astro/a.B1.css"><script src="/_astro/b.js"></script><img src="/media/ab/望川.svg"><img src="/media/ab/large.jpg"><a href="/a/">')).toEqual(['/_astro/a.B1.css', '/_astro/b.js', '/media/ab/望川.svg']);
  expect(importsOf('import{a}from"./c.D2.js";const w="/_astro/kiosk-E3.js";import(w);fetch("/frame.json")')).toEqual(['/_astro/c.D2.js', '/_astro/kiosk-E3.js']);
});
