import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import { expect } from '@playwright/test';

import { onePerTemplate, test } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules this site promises to meet: WCAG 2.2, levels A and AA. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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
        // The policy of the page refuses a script element; the debugger's own evaluation is not bound by it.
        await page.evaluate(axe);
        const violations = await page.evaluate(async (tags) => {
          const results = (await (window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } }).axe.run(document, {
            runOnly: tags,
          })) as AxeResults;
          return results.violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html.slice(0, 200)) }));
        }, STANDARD);
        expect(violations).toEqual([]);
      });
