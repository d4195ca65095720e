import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { everyExample, test } from './site.ts';

for (const { template, path } of everyExample())
  test(`${template} at ${path} has no accessibility violation in 繁體 for the elderly, and fits a phone`, async ({ page, site }) => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(`${site}/elder/hant${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
  });
