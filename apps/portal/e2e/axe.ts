import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules this site promises to meet: WCAG 2.2, levels A and AA. */
export const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that a scheme of colours can break; the others do not look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
export const SCHEMES = ['dark', 'yellow-black', 'yellow-blue'];

export interface Violation {
  id: string;
  html: string[];
}

/** Loads axe into the page once, and waits until nothing moves that is measured: every picture, and the last change of the window's size. */
export async function prepareAxe(page: Page): Promise<void> {
  // The policy of the page refuses a script element; the debugger's own evaluation is not bound by it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** What axe finds wrong with the page as it stands: rule and elements. @param within Selector of the parts to look at; none of them is nothing wrong. */
export async function violationsOf(page: Page, runOnly: readonly string[] = STANDARD, within = ':root'): Promise<Violation[]> {
  await prepareAxe(page);
  return page.evaluate(async ([rules, parts]) => {
    if (!document.querySelector(parts)) return [];
    const { axe: engine } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
    // Style sheets are read again for one experimental rule alone, which is not among these.
    const preload = { assets: ['media'] };
    const { violations } = await engine.run(parts === ':root' ? document : parts, { runOnly: rules, resultTypes: ['violations'], preload });
    return violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html.slice(0, 200)) }));
  }, [runOnly, within] as const);
}

/** What axe finds wrong with the colours of the page, or of parts of it, in each scheme a reader can choose, or in some. */
export async function schemeViolationsOf(page: Page, within = ':root', among = SCHEMES): Promise<(Violation & { scheme: string })[]> {
  if ((await page.locator(within).count()) === 0) return [];
  // Colours that are still on their way to another scheme would be measured.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await prepareAxe(page);
  return page.evaluate(async ([schemes, rules, parts]) => {
    const { axe: engine } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
    const found: (Violation & { scheme: string })[] = [];
    for (const scheme of schemes) {
      document.documentElement.dataset.scheme = scheme;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { violations } = await engine.run(parts === ':root' ? document : parts, { runOnly: rules, resultTypes: ['violations'], preload: { assets: ['media'] } });
      found.push(...violations.map(({ id, nodes }) => ({ scheme, id, html: nodes.map((node) => node.html.slice(0, 200)) })));
    }
    delete document.documentElement.dataset.scheme;
    return found;
  }, [among, COLOURS, within] as const);
}
