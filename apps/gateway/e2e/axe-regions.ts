import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const GRAVE = ['serious', 'critical'];

/** What axe finds gravely wrong within some regions of an admin page; the frame around them is not ours. @param regions Selectors. */
export async function graveViolationsIn(page: Page, regions: readonly string[]): Promise<string[]> {
  return (await violationsIn(page, regions)).filter(({ impact }) => GRAVE.includes(impact ?? '')).map(({ said }) => said);
}

/** What axe finds wrong with a page of the portal or a part of it, by the rules it promises to meet. @param part Selector. */
export async function violationsOf(page: Page, part = ':root'): Promise<string[]> {
  return (await violationsIn(page, [part], [...STANDARD, 'best-practice'])).map(({ said }) => said);
}

async function violationsIn(page: Page, regions: readonly string[], rules = STANDARD): Promise<{ impact: string | null | undefined; said: string }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(
    async ([include, tags]) => {
      const { axe: engine } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
      const { violations } = await engine.run({ include }, { runOnly: tags, resultTypes: ['violations'], preload: { assets: ['media'] } });
      return violations.map(({ id, impact, nodes }) => ({ impact, said: `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}` }));
    },
    [regions.map((region) => [region]), rules] as const,
  );
}
