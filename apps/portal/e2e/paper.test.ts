import { askForPaper } from './paper-questions.ts';
import { onePerTemplate, test } from './site.ts';

/** One of each kind of paper; all templates are in the long suite. */
const KINDS = ['Home', 'PolicyDocument', 'ServiceGuide', 'Budget', 'StatutoryCatalogue', 'Consultation', 'Agency', 'LetterForm'];

for (const { template, path } of onePerTemplate().filter((one) => KINDS.includes(one.template)))
  for (const prefix of template === 'PolicyDocument' || template === 'ServiceGuide' ? ['', '/elder'] : [''])
    test(`${template} comes out of the printer fit to be handed over${prefix && ', in elderly mode'}`, async ({ page, site }) => {
      await page.goto(site + prefix + path);
      await askForPaper(page, prefix + path);
    });
