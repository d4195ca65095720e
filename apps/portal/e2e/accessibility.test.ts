import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { onePerTemplate, test } from './site.ts';

const MODES = [
  ['standard', ''],
  ['elderly', '/elder'],
] as const;

for (const { template, path } of onePerTemplate())
  for (const [mode, prefix] of MODES)
    for (const width of [375, 1440])
      test(`${template} has no accessibility violation in ${mode} mode at ${width} px`, async ({ page, site }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(site + prefix + path);
        expect(await violationsOf(page)).toEqual([]);
      });
