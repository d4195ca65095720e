import { expect } from '@playwright/test';

import { drawQr } from '../src/figures/qr-path.ts';
import { test } from './site.ts';

const GUIDE = '/fuwu/geren/202608/jzz3m9x1/';
const JOURNEY = '/fuwu/yijianshi/202610/aj4k7m2p/';

for (const path of [GUIDE, JOURNEY])
  test(`a printed guide says where it comes from, and its QR code leads back: ${path}`, async ({ page, site }) => {
    await page.goto(site + path);
    await expect(page.locator('.printed')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    const foot = page.locator('.printed');
    const address = `https://www.wangchuan.example${path}`;
    await expect(foot).toContainText(address);
    await expect(foot).toContainText(/来源：望川市.+\d{4}-\d\d-\d\d \d\d:\d\d 发布/);
    await expect(foot.locator('path')).toHaveAttribute('d', drawQr(address).path);
    // Read by a telephone from arm's length: 30 mm.
    expect((await foot.locator('svg').boundingBox())!.width).toBeCloseTo((30 * 96) / 25.4, 0);
    for (const name of ['.toc', '.side', '.nav', 'footer', '.btn']) for (const part of await page.locator(name).all()) await expect(part, name).toBeHidden();
  });

test('a printed guide names the documents it is based on', async ({ page, site }) => {
  await page.goto(site + GUIDE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed')).toContainText('望川市城镇老旧小区加装电梯管理办法');
  await expect(page.locator('.printed')).toContainText('望政规〔2026〕8号');
});
