import {
  checkReply,
  optionField,
  questionField,
  type FormQuestion,
  type SurveyFormFacts,
  type SurveyReply,
  type SurveySubmission,
} from '@mingchuang/content';

import { t } from '../strings/text.ts';
import { closedAnswer } from './period.ts';
import type { FormValues } from './read-form.ts';
import { createFormTaking, type FormKind, type FormOptions } from './take-form.ts';

/**
 * Answers to one survey that may come from one address within an hour. It is all that keeps one person from answering
 * again and again: nobody is asked who they are, and no cookie follows them.
 */
const PER_HOUR = 20;

/** Takes the form of a survey, sent to the address of its page. */
export function createSurveyAnswering(options: FormOptions) {
  const { drawer } = options;
  return createFormTaking<SurveyFormFacts, SurveySubmission>(options, {
    check: checkAnswers,
    drawForm: (form, filled, view) => drawer.draw('SurveyForm', { form, ...filled }, view),
    drawConfirm: (form, filled, view) => drawer.draw('SurveyConfirm', { form, ...filled }, view),
    filingOf: (submission, head) => ({ kind: 'survey-answer', ...head, submission }),
    receiptOf: (_, __, { title, path }) => ({ kind: 'survey-answer', title, path }),
    textOf: ({ replies }) => ({ title: '', body: replies.filter((reply) => typeof reply === 'string').join('\n') }),
    limitKey: ({ id }) => id,
    perHour: PER_HOUR,
    mainField: questionField(0),
    closedFields: ['survey'],
    drawClosed: closedAnswer,
  });
}

const checkAnswers: FormKind<SurveyFormFacts, SurveySubmission>['check'] = (values, { id, questions }) => {
  const replies = questions.map((question, index) => readReply(values, question, index));
  const errors = questions.flatMap((question, index) => {
    const reply = replies[index];
    const message = reply === undefined ? t('field.choice') : checkReply(question, reply);
    if (!message) return [];
    // The error leads to the first thing that can be chosen.
    return [{ field: question.kind === 'multiple' ? optionField(index, 0) : questionField(index), message }];
  });
  if (errors.length > 0) return { kind: 'errors', errors };
  return { kind: 'ok', submission: { survey: id, replies: replies as SurveyReply[] } };
};

/** The reply to a question; undefined when what was sent is none. */
function readReply(values: FormValues, { kind, options }: FormQuestion, index: number): SurveyReply | undefined {
  const value = (values[questionField(index)] ?? '').trim();
  if (kind === 'multiple') {
    const known = options.flatMap((_, option) => (values[optionField(index, option)] ? [option] : []));
    const sent = Object.keys(values).filter((name) => name.startsWith(`${questionField(index)}o`)).length;
    return sent > known.length ? undefined : known;
  }
  if (value === '') return null;
  if (kind === 'text') return value;
  if (!/^\d{1,2}$/.test(value)) return undefined;
  return kind === 'scale' ? Number(value) : [Number(value) - 1];
}
