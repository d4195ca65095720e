import { askForOldAge } from './elderly-questions.ts';
import { onePerTemplate, test } from './site.ts';
import { askWithoutScript } from './without-script.ts';

/** One of each kind of page; all are in the long suite. The elderly mode needs no script, so both are asked at once. */
const KINDS = ['Home', 'ServiceGuide', 'PolicyDocument', 'StatutoryCatalogue', 'Budget', 'LetterForm', 'Survey', 'Search', 'Journey', 'Accessibility'];

test.use({ javaScriptEnabled: false });

for (const { template, path } of onePerTemplate().filter((one) => KINDS.includes(one.template)))
  test(`${template} serves old readers, and readers without script`, async ({ page, site }) => {
    await page.goto(`${site}/elder${path}`);
    await askForOldAge(page, `/elder${path}`);
    await askWithoutScript(page, `/elder${path}`);
  });
