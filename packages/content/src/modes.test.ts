import { expect, test } from 'vitest';

import { joinMode, splitMode } from './modes.ts';

test.each([
  ['/a/', { path: '/a/', elderly: false, traditional: false }],
  ['/elder/a/', { path: '/a/', elderly: true, traditional: false }],
  ['/hant/', { path: '/', elderly: false, traditional: true }],
  ['/elder/hant/a/', { path: '/a/', elderly: true, traditional: true }],
  ['/elderly/hant/', { path: '/elderly/hant/', elderly: false, traditional: false }],
])('%s is read and written the same', (address, meant) => {
  expect(splitMode(address)).toEqual(meant);
  expect(joinMode(meant.path, meant)).toBe(address);
});
