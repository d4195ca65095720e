import { expect } from '@playwright/test';

import { schemeViolationsOf, violationsOf } from './axe.ts';
import { onePerTemplate, test } from './site.ts';

const MODES = [
  ['standard', ''],
  ['elderly', '/elder'],
] as const;

for (const { template, path } of onePerTemplate())
  for (const [mode, prefix] of MODES)
    test(`${template} has no accessibility violation in ${mode} mode on a phone, nor in any scheme`, async ({ page, site }) => {
      await page.setViewportSize({ width: 375, height: 900 });
      await page.goto(site + prefix + path);
      expect(await violationsOf(page)).toEqual([]);
      expect(await schemeViolationsOf(page)).toEqual([]);
    });
