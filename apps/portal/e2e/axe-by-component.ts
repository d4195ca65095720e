import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

import { prepareAxe, STANDARD } from './axe.ts';

interface Count {
  component: string;
  /** Checks that passed, one for each rule and element. */
  passed: number;
  /** Rule and element of each that did not. */
  failed: string[];
}

/** What axe finds of each component of the style guide. What belongs to none is counted as the page's. */
export async function countByComponent(page: Page): Promise<Count[]> {
  await prepareAxe(page);
  return page.evaluate(async (tags) => {
    const { axe: engine } = window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
    const { passes, violations } = await engine.run(document, { runOnly: tags, preload: { assets: ['media'] } });
    const counts = new Map<string, Count>();
    const countOf = (target: unknown): Count => {
      const element = typeof target === 'string' ? document.querySelector(target) : null;
      const component = element?.closest<HTMLElement>('[data-component]')?.dataset.component ?? 'page';
      const count = counts.get(component) ?? { component, passed: 0, failed: [] };
      counts.set(component, count);
      return count;
    };
    for (const { nodes } of passes) for (const { target } of nodes) countOf(target[0]).passed++;
    for (const { id, nodes } of violations) for (const { target, html } of nodes) countOf(target[0]).failed.push(`${id} ${html.slice(0, 160)}`);
    return [...counts.values()];
  }, STANDARD);
}
