import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

for (const prefix of ['', '/elder'])
  test(`the strip of a preview is read above the page, and leads back${prefix && ', in elderly mode'}`, async ({ page, site }) => {
    const strip = await (await page.request.get(`${site}/preview-strip/`)).text();
    const address = `${site}${prefix}/gongkai/`;
    // Where the gateway puts it.
    await page.route(address, async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, body: (await response.text()).replace(/<body[^>]*>\s*<a class="skip"[^>]*>[^<]*<\/a>/, (begin) => begin + strip) });
    });
    await page.goto(address);
    const region = page.getByRole('region', { name: '预览' });
    await expect(region).toContainText('这个页面还没有发布');
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      expect(await violationsOf(page), `${width} px`).toEqual([]);
    }
    const back = await region.getByRole('link', { name: '返回说明和意见' }).boundingBox();
    expect(back!.height).toBeGreaterThanOrEqual(prefix ? 44 : 24);
  });
