import type { LetterFiling, LetterSubmission } from '@mingchuang/content';

import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { checkLetter } from './check-letter.ts';
import { writeReceipt } from './receipt.ts';
import { createFormTaking, type FormOptions } from './take-form.ts';

export interface LetterOptions extends FormOptions {
  /** From one address: a whole village may share one. */
  lettersPerHour?: number;
}

/** Takes the letter form: `POST /letters/write/`. */
export function createLetterWriting(options: LetterOptions): (visit: Visit) => Promise<Answer> {
  const { drawer, lettersPerHour = 60 } = options;
  const take = createFormTaking<undefined, LetterSubmission>(options, {
    check: (values, _, view) => checkLetter(values, view.site?.frame?.agencies ?? []),
    drawForm: (_, filled, view) => drawer.draw('LetterForm', filled, view),
    drawConfirm: (_, filled, view) => drawer.draw('LetterConfirm', filled, view),
    filingOf: (submission, head) => ({ kind: 'letter', ...head, submission }),
    receiptOf: (filing, queued) => writeReceipt(filing as LetterFiling, queued),
    textOf: ({ title, body }) => ({ title, body }),
    limitKey: () => 'letter',
    perHour: lettersPerHour,
    mainField: 'body',
  });
  return (visit) => take(visit, undefined);
}

/** Shows the letter form with its subject filled in: `GET /letters/write/?title=…`. */
export function createLetterForm(drawer: PageDrawer): (visit: Visit) => Promise<Answer> {
  return async ({ view, query }) => {
    const values = { title: (query.get('title') ?? '').slice(0, 60) };
    return { kind: 'page', status: 200, html: await drawer.draw('LetterForm', { values, errors: [], token: '' }, view) };
  };
}
