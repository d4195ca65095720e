import { FORM_FIELDS, type CaseFiling, type FieldError, type LetterSubmission } from '@mingchuang/content';

import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { notice, tooManyNotice } from '../pages/notices.ts';
import type { Keys } from '../secrets/keys.ts';
import { t } from '../strings/text.ts';
import { identifyCase } from './case-identity.ts';
import { checkLetter } from './check-letter.ts';
import type { FormValues } from './read-form.ts';
import { receiptPath, writeReceipt } from './receipt.ts';
import { createSpamWatch } from './spam-watch.ts';
import type { Intake, IntakeDesk } from './take-case.ts';
import { createViewToken, readViewToken, type FirstView } from './view-token.ts';

export interface LetterOptions {
  keys: Keys;
  drawer: PageDrawer;
  desk: IntakeDesk;
  /** Told how each form ended; the words are few and say nothing about the person. */
  onOutcome?: (outcome: 'errors' | 'confirm' | 'received' | 'queued' | 'refused' | 'lost' | 'limited') => void;
  lettersPerHour?: number;
}

/** No person reads a page and presses its button faster, in milliseconds. */
const FASTEST = 2000;
/** Showings of the form remembered as used. */
const REMEMBERED = 50_000;
/** Numbers tried before giving up; a taken one is a matter of one in a hundred thousand. */
const ATTEMPTS = 4;

/**
 * Takes the letter form: `POST /letters/write/`.
 *
 * The form of a release bears no token, so the first time it comes back with a question: is this right? That page bears
 * the signed time it was made, and what comes back too fast is asked again. It needs neither script nor cookie.
 */
export function createLetterWriting(options: LetterOptions): (visit: Visit) => Promise<Answer> {
  const { keys, drawer, desk, onOutcome, lettersPerHour = 60 } = options;
  const watch = createSpamWatch(lettersPerHour);
  /** By nonce of the form: the letter it was used for. */
  const used = new Map<string, string>();

  const drawForm = async ({ view, form }: Visit, errors: FieldError[], status: number): Promise<Answer> => {
    const given = form[FORM_FIELDS.token] ?? '';
    const token = readViewToken(keys.viewToken, given, view.now) ? given : createViewToken(keys.viewToken, view.now);
    return { kind: 'page', status, html: await drawer.draw('LetterForm', { values: visibleValues(form), errors, token }, view) };
  };
  const askAgain = async ({ view, form }: Visit, token = createViewToken(keys.viewToken, view.now)): Promise<Answer> => {
    onOutcome?.('confirm');
    return { kind: 'page', status: 200, html: await drawer.draw('LetterConfirm', { values: visibleValues(form), token }, view) };
  };
  const hand = async (visit: Visit, first: FirstView, submission: LetterSubmission): Promise<{ filing: CaseFiling; intake: Intake }> => {
    const { now } = visit.view;
    const suspicion = watch.suspect(visit, first, submission);
    for (let attempt = 0; ; attempt++) {
      const identity = identifyCase(keys.caseIdentity, first, submission, now, attempt);
      const filing: CaseFiling = { kind: 'letter', ...identity, receivedAt: new Date(now).toISOString(), submission, suspicion };
      const intake = await desk.take(filing);
      const isTaken = intake.kind === 'refused' && intake.errors.some(({ field }) => field === 'number');
      if (!isTaken || attempt + 1 === ATTEMPTS) return { filing, intake };
    }
  };

  const file = async (visit: Visit, first: FirstView, submission: LetterSubmission): Promise<Answer> => {
    const { view, visitor } = visit;
    const wait = watch.admit(visitor, view.now);
    if (wait > 0) {
      onOutcome?.('limited');
      return { kind: 'notice', notice: tooManyNotice(wait), retryAfter: wait };
    }
    const { filing, intake } = await hand(visit, first, submission);
    if (intake.kind === 'lost') {
      onOutcome?.('lost');
      return { kind: 'notice', notice: notice('notStored'), retryAfter: 60 };
    }
    if (intake.kind === 'refused') {
      onOutcome?.('refused');
      return drawForm(visit, knownErrors(intake.errors), 422);
    }
    used.set(first.nonce, identifyCase(keys.caseIdentity, first, submission, view.now).number);
    if (used.size > REMEMBERED) used.delete(used.keys().next().value!);
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
    if (!first) return askAgain(visit);
    if (view.now - first.at < FASTEST) return askAgain(visit, token);
    // One showing of the form is good for one letter; another letter is asked about first.
    const before = used.get(first.nonce);
    if (before !== undefined && before !== identifyCase(keys.caseIdentity, first, check.submission, view.now).number) return askAgain(visit);
    return file(visit, first, check.submission);
  };
}

function visibleValues(form: FormValues): FormValues {
  const hidden: string[] = Object.values(FORM_FIELDS);
  return Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.includes(name)));
}

/** What the CMS found, at fields the form has. */
function knownErrors(errors: FieldError[]): FieldError[] {
  if (errors.length === 0) return [{ field: 'body', message: t('field.invalid') }];
  return errors.map(({ field, message }) => ({ field: field.replace(/^submission\./, '') || 'body', message }));
}
