import { expect, test } from 'vitest';

import { makeTwins } from './make-twins.ts';

const page = (lang: string, text: string, mode = 'standard') => `<!doctype html><html lang="${lang}" data-mode="${mode}"><body>${text}</body></html>`;

test('a page has three twins', () => {
  expect(makeTwins(page('zh-CN', '头发'))).toEqual([
    ['/elder/', page('zh-CN', '头发', 'elderly')],
    ['/hant/', page('zh-Hant', '頭髮')],
    ['/elder/hant/', page('zh-Hant', '頭髮', 'elderly')],
  ]);
});

test('an English page is not converted', () => {
  expect(makeTwins(page('en', 'Hair')).map(([prefix]) => prefix)).toEqual(['/elder/']);
});
