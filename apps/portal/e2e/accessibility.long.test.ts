import { expect } from '@playwright/test';

import { schemeViolationsOf, violationsOf } from './axe.ts';
import { everyExample, test } from './site.ts';

for (const { template, path } of everyExample())
  for (const prefix of ['', '/elder'])
    test(`${template} at ${prefix}${path} has no accessibility violation at any width, nor in any scheme`, async ({ page, site }) => {
      await page.goto(site + prefix + path);
      for (const width of [375, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violationsOf(page), `${width} px`).toEqual([]);
        expect(await schemeViolationsOf(page), `${width} px`).toEqual([]);
      }
    });
