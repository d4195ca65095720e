import { ALERT_MARKER } from '@mingchuang/content';
import { expect, type Page } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

/** Opens a page with the strip where the gateway puts it. */
async function openWithAlerts(page: Page, site: string, path: string): Promise<void> {
  const strip = await (await page.request.get(`${site}/alert-strip/`)).text();
  await page.route(site + path, async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replace(ALERT_MARKER, strip) });
  });
  await page.goto(site + path);
}

for (const prefix of ['', '/elder'])
  test(`alerts stand under the navigation, each with its time and what to do${prefix && ', in elderly mode'}`, async ({ page, site }) => {
    await openWithAlerts(page, site, `${prefix}/gongkai/`);
    const cold = page.getByRole('region', { name: '应急公告：寒潮蓝色预警' });
    await expect(cold).toContainText('全市：22 日夜间至 24 日');
    await expect(cold).toContainText('2026-11-22 07:30');
    await expect(page.getByRole('region', { name: '应急公告：临时停水' })).toBeVisible();
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      expect(await violationsOf(page), `${width} px`).toEqual([]);
    }
    const link = await cold.getByRole('link', { name: '看怎么应对' }).boundingBox();
    expect(link!.height).toBeGreaterThanOrEqual(prefix ? 44 : 24);
  });
