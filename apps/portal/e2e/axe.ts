import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules this site promises to meet: WCAG 2.2, levels A and AA. */
export const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it stands: rule and elements. */
export async function violationsOf(page: Page): Promise<{ id: string; html: string[] }[]> {
  // The policy of the page refuses a script element; the debugger's own evaluation is not bound by it.
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { axe: engine } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
    // Style sheets are read again for one experimental rule alone, which is not among these.
    const preload = { assets: ['media'] };
    const { violations } = await engine.run(document, { runOnly: tags, resultTypes: ['violations'], preload });
    return violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html.slice(0, 200)) }));
  }, STANDARD);
}
