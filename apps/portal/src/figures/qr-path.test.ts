import { encode } from 'uqr';
import { expect, test } from 'vitest';

import { drawQr } from './qr-path.ts';

/** Reads the dark modules back from the path. */
function modulesOf({ side, path }: { side: number; path: string }): boolean[][] {
  const modules = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  let [x, y] = [0, 0];
  for (const [, right, down, length] of path.matchAll(/m(-?\d+) (\d+)h(\d+)/g)) {
    x += Number(right);
    y += Number(down);
    modules[y]!.fill(true, x, (x += Number(length)));
  }
  return modules;
}

test('draws every dark module of the code, and four white ones around it', () => {
  const address = 'https://www.wangchuan.example/fuwu/geren/202608/jzz3m9x1/';
  const drawn = drawQr(address);
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  const modules = modulesOf(drawn);
  expect(drawn.side).toBe(size + 8);
  expect(modules.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(data);
  expect([...modules.slice(0, 4), ...modules.slice(-4)].flat()).not.toContain(true);
});

test('takes any address a page can have', () => {
  expect(drawQr(`https://www.wangchuan.example/${'长'.repeat(200)}/`).side).toBeGreaterThan(drawQr('https://a.cn/').side);
});
