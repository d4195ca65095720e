import { letterSubmission, type FieldError, type LetterSubmission } from '@mingchuang/content';

import { t } from '../strings/text.ts';
import type { FormValues } from './read-form.ts';

export type LetterCheck = { kind: 'ok'; submission: LetterSubmission } | { kind: 'errors'; errors: FieldError[] };

const FIELDS = ['purpose', 'agency', 'title', 'body', 'name', 'phone', 'mayPublish'] as const;

/** Checks a letter, and names everything that is wrong with it at once, in the order of the form. */
export function checkLetter(values: FormValues, agencies: readonly { code: string }[]): LetterCheck {
  const text = (name: string) => values[name] ?? '';
  const { mayPublish } = values;
  const result = letterSubmission.safeParse({
    purpose: text('purpose'),
    agency: text('agency'),
    title: text('title').replaceAll('\n', ' '),
    body: text('body'),
    name: text('name').replaceAll('\n', ' '),
    phone: text('phone').normalize('NFKC').replace(/\s/g, ''),
    mayPublish: mayPublish === 'yes' ? true : mayPublish === 'no' ? false : undefined,
  });

  const wrong = new Map<string, string>();
  if (!result.success)
    for (const { path, message } of result.error.issues) {
      const field = String(path[0] ?? '');
      if (!wrong.has(field)) wrong.set(field, ownMessage(field) ?? message);
    }
  const agency = text('agency');
  if (agency !== '' && !agencies.some(({ code }) => code === agency)) wrong.set('agency', t('field.agency'));
  if (result.success && wrong.size === 0) return { kind: 'ok', submission: result.data };
  return { kind: 'errors', errors: FIELDS.flatMap((field) => (wrong.has(field) ? [{ field, message: wrong.get(field)! }] : [])) };
}

/** Choices have no message of their own in the contract. */
function ownMessage(field: string): string | undefined {
  if (field === 'purpose') return t('field.purpose');
  if (field === 'mayPublish') return t('field.mayPublish');
  return undefined;
}
