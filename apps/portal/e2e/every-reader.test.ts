import { askEveryQuestion } from './reader-questions.ts';
import { onePerTemplate, test } from './site.ts';

for (const { template, path } of onePerTemplate())
  test(`${template} serves readers who zoom, space, enlarge, touch or choose their colours`, async ({ page, site }) => {
    await page.goto(site + path);
    await askEveryQuestion(page, path);
  });
