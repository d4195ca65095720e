import { opinionSubmission, type OpinionFormFacts, type OpinionSubmission } from '@mingchuang/content';

import { closedAnswer } from './period.ts';
import { createFormTaking, type FormKind, type FormOptions } from './take-form.ts';

/** What may come from one address within an hour: an office or a village may share one. */
const PER_HOUR = 30;
const FIELDS = ['part', 'body', 'name', 'phone'] as const;

/** Takes the form of a consultation, sent to the address of its page. */
export function createOpinionWriting(options: FormOptions) {
  const { drawer } = options;
  return createFormTaking<OpinionFormFacts, OpinionSubmission>(options, {
    check: checkOpinion,
    drawForm: (form, filled, view) => drawer.draw('OpinionForm', { form, ...filled }, view),
    drawConfirm: (form, filled, view) => drawer.draw('OpinionConfirm', { form, ...filled }, view),
    filingOf: (submission, head) => ({ kind: 'opinion', ...head, submission }),
    receiptOf: ({ number, code }, queued) => ({ kind: 'opinion', number, code, queued }),
    textOf: ({ part, body }) => ({ title: part, body }),
    limitKey: ({ id }) => id,
    perHour: PER_HOUR,
    mainField: 'body',
    closedFields: ['consultation'],
    drawClosed: closedAnswer,
  });
}

const checkOpinion: FormKind<OpinionFormFacts, OpinionSubmission>['check'] = (values, { id }) => {
  const line = (name: string) => (values[name] ?? '').replaceAll('\n', ' ');
  const result = opinionSubmission.safeParse({
    consultation: id,
    part: line('part'),
    body: values.body ?? '',
    name: line('name'),
    phone: line('phone').normalize('NFKC').replace(/\s/g, ''),
  });
  if (result.success) return { kind: 'ok', submission: result.data };
  const { issues } = result.error;
  const errors = FIELDS.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    // The phone may be empty or a number: the second of its two forms says what is wrong.
    const message = issue?.code === 'invalid_union' ? issue.errors.flat().at(-1)?.message : issue?.message;
    return message ? [{ field, message }] : [];
  });
  return { kind: 'errors', errors };
};
