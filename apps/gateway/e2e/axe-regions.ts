import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const GRAVE = ['serious', 'critical'];

/** What axe finds gravely wrong within some regions of an admin page; the frame around them is not ours. @param regions Selectors. */
export async function graveViolationsIn(page: Page, regions: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    async ([include, tags]) => {
      const { axe: engine } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
      const { violations } = await engine.run({ include }, { runOnly: tags, resultTypes: ['violations'], preload: { assets: ['media'] } });
      return violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map((node) => node.html.slice(0, 200)) }));
    },
    [regions.map((region) => [region]), STANDARD] as const,
  );
  return found.filter(({ impact }) => GRAVE.includes(impact ?? '')).map(({ id, html }) => `${id}: ${html.join(' | ')}`);
}
