import { askForPaper } from './paper-questions.ts';
import { everyExample, test } from './site.ts';

for (const { template, path } of everyExample().filter((one) => one.template !== 'StyleGuidePart'))
  for (const prefix of ['', '/elder'])
    test(`${template} at ${prefix}${path} comes out of the printer fit to be handed over`, async ({ page, site }) => {
      await page.goto(site + prefix + path);
      await askForPaper(page, prefix + path);
    });
