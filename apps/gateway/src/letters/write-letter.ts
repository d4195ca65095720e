import { createHash } from 'node:crypto';

import { FORM_FIELDS, type FieldError, type LetterSubmission } from '@mingchuang/content';

import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { notice, tooManyNotice } from '../pages/notices.ts';
import type { Keys } from '../secrets/keys.ts';
import { t } from '../strings/text.ts';
import { identifyCase } from './case-identity.ts';
import { checkLetter } from './check-letter.ts';
import { createLimit } from './limits.ts';
import type { FormValues } from './read-form.ts';
import { receiptPath, writeReceipt } from './receipt.ts';
import { scoreSuspicion } from './suspicion.ts';
import type { IntakeDesk } from './take-case.ts';
import { createViewToken, readViewToken, type FirstView } from './view-token.ts';

export interface LetterOptions {
  keys: Keys;
  drawer: PageDrawer;
  desk: IntakeDesk;
  /** Told how each form ended; the words are few and say nothing about the person. */
  onOutcome?: (outcome: 'errors' | 'confirm' | 'received' | 'queued' | 'refused' | 'lost' | 'limited') => void;
  /** Letters from one address within an hour: a whole village may share one. */
  lettersPerHour?: number;
}

const HOUR = 60 * 60 * 1000;
/** No person reads a page and presses its button faster, in milliseconds. */
const FASTEST = 2000;

/** Takes the letter form: `POST /letters/write/`. */
export function createLetterWriting({ keys, drawer, desk, onOutcome, lettersPerHour = 60 }: LetterOptions): (visit: Visit) => Promise<Answer> {
  const letters = createLimit(lettersPerHour, HOUR);
  const texts = createLimit(1, 24 * HOUR);
  const used = new Map<string, string>();

  const drawForm = async ({ view, form }: Visit, errors: FieldError[], status: number): Promise<Answer> => {
    const token = readViewToken(keys.viewToken, form[FORM_FIELDS.token] ?? '', view.now) ? form[FORM_FIELDS.token]! : createViewToken(keys.viewToken, view.now);
    const html = await drawer.draw('LetterForm', { values: visibleValues(form), errors, token }, view);
    return { kind: 'page', status, html };
  };
  const askAgain = async ({ view, form }: Visit, token: string): Promise<Answer> => {
    onOutcome?.('confirm');
    return { kind: 'page', status: 200, html: await drawer.draw('LetterConfirm', { values: visibleValues(form), token }, view) };
  };

  const file = async (visit: Visit, first: FirstView, submission: LetterSubmission): Promise<Answer> => {
    const { view, form, visitor, headers } = visit;
    const earlier = letters.count(visitor, view.now);
    const wait = letters.take(visitor, view.now);
    if (wait > 0) {
      onOutcome?.('limited');
      return { kind: 'notice', notice: tooManyNotice(wait, view.elderly), retryAfter: wait };
    }
    const identity = identifyCase(keys.caseIdentity, first, submission, view.now);
    // The same form sent twice is one letter, not a repetition.
    const isNew = used.get(first.nonce) !== identity.number;
    const repeated = isNew && texts.take(digestOf(submission.body), view.now) > 0;
    const suspicion = scoreSuspicion({
      text: `${submission.title}\n${submission.body}`,
      trapFilled: (form[FORM_FIELDS.trap] ?? '') !== '',
      seconds: (view.now - first.at) / 1000,
      earlier,
      repeated,
      likeABrowser: headers['user-agent'] !== undefined && (headers.origin ?? headers['sec-fetch-site']) !== undefined,
    });
    const filing = { kind: 'letter' as const, ...identity, receivedAt: new Date(view.now).toISOString(), submission, suspicion };
    const intake = await desk.take(filing);
    if (intake.kind === 'lost') {
      onOutcome?.('lost');
      return { kind: 'notice', notice: notice('notStored', view.elderly), retryAfter: 60 };
    }
    if (intake.kind === 'refused') {
      onOutcome?.('refused');
      return drawForm(visit, knownErrors(intake.errors), 422);
    }
    remember(used, first.nonce, identity.number);
    onOutcome?.(intake.queued ? 'queued' : 'received');
    return { kind: 'see-other', path: receiptPath(keys.receipt, writeReceipt(filing, intake.queued), view.now) };
  };

  return async (visit) => {
    const { view, form } = visit;
    if (Object.hasOwn(form, FORM_FIELDS.edit)) return drawForm(visit, [], 200);
    const check = checkLetter(form, view.site?.frame?.agencies ?? []);
    if (check.kind === 'errors') {
      onOutcome?.('errors');
      return drawForm(visit, check.errors, 422);
    }
    const token = form[FORM_FIELDS.token] ?? '';
    const first = readViewToken(keys.viewToken, token, view.now);
    if (!first) return askAgain(visit, createViewToken(keys.viewToken, view.now));
    if (view.now - first.at < FASTEST) return askAgain(visit, token);
    // One showing of the form is good for one letter; another letter is asked about first.
    const before = used.get(first.nonce);
    if (before !== undefined && before !== identifyCase(keys.caseIdentity, first, check.submission, view.now).number)
      return askAgain(visit, createViewToken(keys.viewToken, view.now));
    return file(visit, first, check.submission);
  };
}

function visibleValues(form: FormValues): FormValues {
  const hidden: string[] = Object.values(FORM_FIELDS);
  return Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.includes(name)));
}

/** The CMS names fields by their path in the filing. */
function knownErrors(errors: FieldError[]): FieldError[] {
  if (errors.length === 0) return [{ field: 'body', message: t('field.invalid') }];
  return errors.map(({ field, message }) => ({ field: field.replace(/^submission\./, '') || 'body', message }));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s/g, '')).digest('base64url');
}

function remember(used: Map<string, string>, nonce: string, number: string): void {
  used.set(nonce, number);
  if (used.size > 50_000) used.delete(used.keys().next().value!);
}
