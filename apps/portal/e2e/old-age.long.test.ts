import { askForOldAge } from './elderly-questions.ts';
import { everyExample, test } from './site.ts';
import { askWithoutScript } from './without-script.ts';

test.use({ javaScriptEnabled: false });

for (const { template, path } of everyExample().filter((one) => one.template !== 'StyleGuidePart'))
  test(`${template} at ${path} serves old readers, and readers without script`, async ({ page, site }) => {
    await page.goto(site + path);
    await askWithoutScript(page, path);
    await page.goto(`${site}/elder${path}`);
    await askForOldAge(page, `/elder${path}`);
    await askWithoutScript(page, `/elder${path}`);
  });
