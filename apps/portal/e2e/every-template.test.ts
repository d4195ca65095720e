import { expect } from '@playwright/test';

import { SCHEMES, schemeViolationsOf, violationsOf } from './axe.ts';
import { askEveryQuestion } from './reader-questions.ts';
import { onePerTemplate, test } from './site.ts';

test.describe.configure({ mode: 'parallel' });

// A page is loaded once and asked everything: loading costs as much as most questions.
for (const [at, { template, path }] of onePerTemplate().entries()) {
  // Templates share their colours, each of which contrast.test.ts holds to a figure in every scheme: they take turns; each in all is in the long run.
  const scheme = [SCHEMES[at % SCHEMES.length]!];
  test(`${template} is refused nothing by its policy, has no accessibility violation in either mode nor in a scheme of colours, and serves readers who zoom, space, enlarge, touch or choose their colours`, async ({ warmPage: page, site }) => {
    const refused: string[] = [];
    page.removeAllListeners('console').on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await page.setViewportSize({ width: 375, height: 900 });
    await page.goto(site + path);
    expect(await violationsOf(page), 'standard').toEqual([]);
    expect(await schemeViolationsOf(page, ':root', scheme), 'standard').toEqual([]);
    // The page is the same in both modes but for what only the elderly see; all of it, at its own address, is in the long run.
    await page.locator(':root').evaluate((root) => (root.dataset.mode = 'elderly'));
    expect(await violationsOf(page), 'elderly').toEqual([]);
    expect(await schemeViolationsOf(page, '.only-elderly', scheme), 'elderly').toEqual([]);
    await page.locator(':root').evaluate((root) => delete root.dataset.mode);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await askEveryQuestion(page, path);
    expect(refused).toEqual([]);
  });
}
