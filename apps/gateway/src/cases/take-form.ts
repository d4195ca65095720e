import { FORM_FIELDS, type CaseFiling, type FieldError } from '@mingchuang/content';

import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer, View } from '../pages/draw-page.ts';
import { notice, tooManyNotice } from '../pages/notices.ts';
import type { Keys } from '../secrets/keys.ts';
import { t } from '../strings/text.ts';
import { identifyCase, type CaseIdentity } from './case-identity.ts';
import type { FormValues } from './read-form.ts';
import { receiptPath, type Receipt } from './receipt.ts';
import { createSpamWatch } from './spam-watch.ts';
import type { Intake, IntakeDesk } from './take-case.ts';
import { createViewToken, readViewToken, type FirstView } from './view-token.ts';

/** How a form ended; the words are few and say nothing about the person. */
export type FormOutcome = 'errors' | 'confirm' | 'received' | 'queued' | 'refused' | 'lost' | 'limited';

export interface FormOptions {
  keys: Keys;
  drawer: PageDrawer;
  desk: IntakeDesk;
  onOutcome?: (outcome: FormOutcome) => void;
}

/** What a form page shows beside its questions. */
export interface Filled {
  values: FormValues;
  errors: FieldError[];
  token: string;
}

/** A kind of form: everything that differs between a letter, an opinion and a survey. `Facts` say which form it is. */
export interface FormKind<Facts, Submission extends object> {
  check(values: FormValues, facts: Facts, view: View): { kind: 'ok'; submission: Submission } | { kind: 'errors'; errors: FieldError[] };
  drawForm(facts: Facts, filled: Filled, view: View): Promise<string>;
  drawConfirm(facts: Facts, filled: Omit<Filled, 'errors'>, view: View): Promise<string>;
  filingOf(submission: Submission, head: CaseIdentity & { receivedAt: string; suspicion: number }): CaseFiling;
  receiptOf(filing: CaseFiling, queued: boolean, facts: Facts): Receipt;
  /** What is looked at for spam: all of it, and the part that a flood would repeat. */
  textOf(submission: Submission): { title: string; body: string };
  /** What the limit of an hour is counted for beside the address. */
  limitKey(facts: Facts): string;
  perHour: number;
  /** Where an error stands that belongs to no field. */
  mainField: string;
  /** Fields of the CMS that no form has: the form is not open, whatever the release says. */
  closedFields?: readonly string[];
  drawClosed?(facts: Facts): Answer;
}

/** No person reads a page and presses its button faster, in milliseconds. */
const FASTEST = 2000;
/** Showings of the form remembered as used. */
const REMEMBERED = 50_000;
/** Numbers tried before giving up; a taken one is a matter of one in a hundred thousand. */
const ATTEMPTS = 4;

/**
 * Takes a form that was sent.
 *
 * The form of a release bears no token, so the first time it comes back with a question: is this right? That page bears
 * the signed time it was made, and what comes back too fast is asked again. It needs neither script nor cookie.
 */
export function createFormTaking<Facts, Submission extends object>(
  { keys, desk, onOutcome }: FormOptions,
  kind: FormKind<Facts, Submission>,
): (visit: Visit, facts: Facts) => Promise<Answer> {
  const watch = createSpamWatch(kind.perHour);
  /** By nonce of the form: what it was used for. */
  const used = new Map<string, string>();

  const drawForm = async ({ view, form }: Visit, facts: Facts, errors: FieldError[], status: number): Promise<Answer> => {
    const given = form[FORM_FIELDS.token] ?? '';
    const token = readViewToken(keys.viewToken, given, view.now) ? given : createViewToken(keys.viewToken, view.now);
    return { kind: 'page', status, html: await kind.drawForm(facts, { values: visibleValues(form), errors, token }, view) };
  };
  const askAgain = async ({ view, form }: Visit, facts: Facts, token = createViewToken(keys.viewToken, view.now)): Promise<Answer> => {
    onOutcome?.('confirm');
    return { kind: 'page', status: 200, html: await kind.drawConfirm(facts, { values: visibleValues(form), token }, view) };
  };
  const hand = async (visit: Visit, limitKey: string, first: FirstView, submission: Submission): Promise<{ filing: CaseFiling; intake: Intake }> => {
    const { now } = visit.view;
    const suspicion = watch.suspect({ visit, limitKey, first }, kind.textOf(submission));
    for (let attempt = 0; ; attempt++) {
      const identity = identifyCase(keys.caseIdentity, first, submission, now, attempt);
      const filing = kind.filingOf(submission, { ...identity, receivedAt: new Date(now).toISOString(), suspicion });
      const intake = await desk.take(filing);
      const isTaken = intake.kind === 'refused' && intake.errors.some(({ field }) => field === 'number');
      if (!isTaken || attempt + 1 === ATTEMPTS) return { filing, intake };
    }
  };

  const file = async (visit: Visit, facts: Facts, first: FirstView, submission: Submission): Promise<Answer> => {
    const { view, visitor } = visit;
    const limitKey = `${visitor} ${kind.limitKey(facts)}`;
    const wait = watch.admit(limitKey, view.now);
    if (wait > 0) {
      onOutcome?.('limited');
      return { kind: 'notice', notice: tooManyNotice(wait), retryAfter: wait };
    }
    const { filing, intake } = await hand(visit, limitKey, first, submission);
    if (intake.kind === 'lost') {
      onOutcome?.('lost');
      return { kind: 'notice', notice: notice('notStored'), retryAfter: 60 };
    }
    if (intake.kind === 'refused') {
      onOutcome?.('refused');
      if (kind.drawClosed && intake.errors.some(({ field }) => kind.closedFields?.includes(field))) return kind.drawClosed(facts);
      return drawForm(visit, facts, knownErrors(intake.errors, kind.mainField), 422);
    }
    used.set(first.nonce, identifyCase(keys.caseIdentity, first, submission, view.now).number);
    if (used.size > REMEMBERED) used.delete(used.keys().next().value!);
    onOutcome?.(intake.queued ? 'queued' : 'received');
    return { kind: 'see-other', path: receiptPath(keys.receipt, kind.receiptOf(filing, intake.queued, facts), view.now) };
  };

  return async (visit, facts) => {
    const { view, form } = visit;
    if (Object.hasOwn(form, FORM_FIELDS.edit)) return drawForm(visit, facts, [], 200);
    const check = kind.check(form, facts, view);
    if (check.kind === 'errors') {
      onOutcome?.('errors');
      return drawForm(visit, facts, check.errors, 422);
    }
    const token = form[FORM_FIELDS.token] ?? '';
    const first = readViewToken(keys.viewToken, token, view.now);
    if (!first) return askAgain(visit, facts);
    if (view.now - first.at < FASTEST) return askAgain(visit, facts, token);
    // One showing of the form is good for one case; another one is asked about first.
    const before = used.get(first.nonce);
    if (before !== undefined && before !== identifyCase(keys.caseIdentity, first, check.submission, view.now).number) return askAgain(visit, facts);
    return file(visit, facts, first, check.submission);
  };
}

function visibleValues(form: FormValues): FormValues {
  const hidden: string[] = Object.values(FORM_FIELDS);
  return Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.includes(name)));
}

/** What the CMS found, at fields the form has. */
function knownErrors(errors: FieldError[], mainField: string): FieldError[] {
  if (errors.length === 0) return [{ field: mainField, message: t('field.invalid') }];
  return errors.map(({ field, message }) => ({ field: field.replace(/^submission\./, '') || mainField, message }));
}
