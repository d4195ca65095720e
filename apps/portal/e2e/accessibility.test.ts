import { expect } from '@playwright/test';

import { schemeViolationsOf, violationsOf } from './axe.ts';
import { onePerTemplate, test } from './site.ts';

const MODES = [
  ['standard', ''],
  ['elderly', '/elder'],
] as const;

for (const { template, path } of onePerTemplate())
  for (const [mode, prefix] of MODES)
    test(`${template} has no accessibility violation in ${mode} mode, on a phone and on a desk, nor in any scheme`, async ({ page, site }) => {
      await page.goto(site + prefix + path);
      for (const width of [1440, 375]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violationsOf(page), `${width} px`).toEqual([]);
      }
      expect(await schemeViolationsOf(page)).toEqual([]);
    });
