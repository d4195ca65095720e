import { describe, expect, test } from 'vitest';

import { rebaseLinks } from './rebase-links.ts';

describe('rebaseLinks', () => {
  test('makes relative links hold anywhere and leaves all others', () => {
    const html = '<a href="../">h</a><a href="../search/?q=1&amp;x=2#y">s</a><a href="#main">m</a><a href="/elder/404/">e</a><a href="tel:12345">t</a><img src="data:,">';
    expect(rebaseLinks(html, '/404/', { elderly: false, traditional: false })).toBe(
      '<a href="/">h</a><a href="/search/?q=1&amp;x=2#y">s</a><a href="#main">m</a><a href="/elder/404/">e</a><a href="tel:12345">t</a><img src="data:,">',
    );
    expect(rebaseLinks('<form action="../letters/write/">', '/404/', { elderly: true, traditional: false })).toBe('<form action="/elder/letters/write/">');
  });
});
