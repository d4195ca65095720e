import { expect } from '@playwright/test';

import { schemeViolationsOf, violationsOf } from './axe.ts';
import { onePerTemplate, test } from './site.ts';

for (const { template, path } of onePerTemplate())
  test(`${template} has no accessibility violation on a phone, in either mode, nor in any scheme`, async ({ page, site }) => {
    await page.setViewportSize({ width: 375, height: 900 });
    await page.goto(site + path);
    expect(await violationsOf(page), 'standard').toEqual([]);
    expect(await schemeViolationsOf(page), 'standard').toEqual([]);
    // The page is the same in both modes but for what only the elderly see; all of it, at its own address, is in the long run.
    await page.locator(':root').evaluate((root) => (root.dataset.mode = 'elderly'));
    expect(await violationsOf(page), 'elderly').toEqual([]);
    expect(await schemeViolationsOf(page, '.only-elderly'), 'elderly').toEqual([]);
  });
