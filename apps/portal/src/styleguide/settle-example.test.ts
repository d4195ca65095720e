import { expect, test } from 'vitest';

import { settleExample } from './settle-example.ts';

const settle = (html: string) => settleExample(html, { id: 'pager-2', title: '中间一页', picture: '/p.svg' });

test('gives ids, and what names them, the mark of the example', () => {
  expect(settle('<label for="a">一</label><input id="a" aria-describedby="a-hint a-error">')).toBe(
    '<label for="pager-2-a">一</label><input id="pager-2-a" aria-describedby="pager-2-a-hint pager-2-a-error">',
  );
});

test('keeps links in the example, but lets numbers be called', () => {
  expect(settle('<a href="/media/x.pdf" download="x.pdf">一</a><a href="tel:12345">二</a>')).toBe(
    '<a href="#pager-2">一</a><a href="tel:12345">二</a>',
  );
});

test('keeps forms from being sent, and radio buttons apart from those of other examples', () => {
  expect(settle('<form method="post" action="/api/x"><input type="radio" name="q"></form>')).toBe(
    '<form><input type="radio" name="pager-2-q"></form>',
  );
});

test('names landmarks after the example', () => {
  expect(settle('<nav aria-label="翻页"></nav><form role="search"></form>')).toBe(
    '<nav aria-label="翻页（中间一页）"></nav><form role="search" aria-label="中间一页"></form>',
  );
});

test('shows one drawing for every picture', () => {
  expect(settle('<picture><source srcset="/media/a.avif"><img src="/media/a.jpg" alt="桥"></picture>')).toBe(
    '<picture><img src="/p.svg" alt="桥" loading="lazy"></picture>',
  );
});

test('leaves drawings as they are written', () => {
  expect(settle('<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>')).toContain('viewBox="0 0 1 1"');
});

test('shows the panel of 无障碍 without what its script does', () => {
  expect(settle('<gov-panel class="panel" role="region" aria-labelledby="t" hidden><b id="t">无障碍</b></gov-panel>')).toBe(
    '<div class="panel" role="region" aria-labelledby="pager-2-t"><b id="pager-2-t">无障碍</b></div>',
  );
  expect(settle('<button data-value="" aria-pressed="false"></button><button data-value="2" aria-pressed="false"></button>')).toBe(
    '<button data-value aria-pressed="true"></button><button data-value="2" aria-pressed="false"></button>',
  );
});
