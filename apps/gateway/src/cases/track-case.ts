import { caseKey, LETTER_LIMITS, shanghaiDate, workingDeadline, type CaseFiling, type CaseKey, type CaseTracking, type FieldError, type LetterFiling } from '@mingchuang/content';

import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer, View } from '../pages/draw-page.ts';
import { notice, tooManyNotice } from '../pages/notices.ts';
import type { CaseQueue } from '../queue/case-queue.ts';
import { t } from '../strings/text.ts';
import type { Cms } from './cms.ts';
import { createLimit } from './limits.ts';
import type { FormValues } from './read-form.ts';

export type KeyCheck = { kind: 'key'; key: CaseKey } | { kind: 'errors'; errors: FieldError[] };

/** Reads number and code as people type them: full-width, with spaces, with another dash, in small letters. */
export function checkCaseKey(form: FormValues): KeyCheck {
  const plain = (name: string) => (form[name] ?? '').normalize('NFKC').replace(/\s/g, '').replace(/[‐-―−－﹣]/g, '-');
  const result = caseKey.safeParse({ number: plain('number'), code: plain('code') });
  if (result.success) return { kind: 'key', key: result.data };
  return { kind: 'errors', errors: result.error.issues.map(({ path, message }) => ({ field: String(path[0]), message: /\p{Script=Han}/u.test(message) ? message : t('field.invalid') })) };
}

/** What is known of a case that waits in the queue, where the CMS has not seen it yet. */
export function trackWaiting(filing: Exclude<CaseFiling, { kind: 'survey-answer' }>): CaseTracking {
  if (filing.kind === 'letter') return trackWaitingLetter(filing);
  const { kind, number, receivedAt, submission } = filing;
  // The title of the consultation is with the CMS.
  return { kind, number, receivedAt, title: t('track.opinion'), ...(submission.part && { part: submission.part }), body: submission.body };
}

function trackWaitingLetter({ number, receivedAt, submission }: LetterFiling): CaseTracking {
  const limit = LETTER_LIMITS[submission.purpose];
  const { purpose, title, body } = submission;
  return {
    number,
    kind: 'letter',
    purpose,
    title,
    body,
    state: 'received',
    receivedAt,
    ...workingDeadline(shanghaiDate(receivedAt), limit),
    limit,
    overdue: false,
    timeline: [{ state: 'received', at: receivedAt, note: t('track.queued') }],
    mayRate: false,
  };
}

export type CaseSearch =
  | { kind: 'found'; tracking: CaseTracking }
  | { kind: 'unknown'; errors: FieldError[] }
  | { kind: 'limited' }
  | { kind: 'away' };

/** The same for an unknown number and a wrong code: the answer must not tell which. */
const UNKNOWN: CaseSearch = { kind: 'unknown', errors: [{ field: 'code', message: t('track.unknown') }] };

/** Looks a case up where it can be: in the CMS, or in the queue while it waits there. */
export async function findCase(key: CaseKey, queue: CaseQueue, cms: Cms): Promise<CaseSearch> {
  const waiting = queue.find(key.number);
  if (waiting) return waiting.code === key.code && waiting.kind !== 'survey-answer' ? { kind: 'found', tracking: trackWaiting(waiting) } : UNKNOWN;
  const outcome = await cms.trackCase(key);
  if (outcome.kind === 'ok') return { kind: 'found', tracking: outcome.answer };
  if (outcome.kind === 'away') return { kind: 'away' };
  if (outcome.status === 429) return { kind: 'limited' };
  return outcome.errors.length > 0 ? { kind: 'unknown', errors: outcome.errors } : UNKNOWN;
}

export interface TrackOptions {
  drawer: PageDrawer;
  queue: CaseQueue;
  cms: Cms;
  /** Wrong tries from one address within ten minutes. */
  triesAllowed?: number;
}

const SPAN = 10 * 60 * 1000;

/** Shows a case to whoever holds its number and code: `POST /letters/track/`. */
export function createTracking({ drawer, queue, cms, triesAllowed = 30 }: TrackOptions): (visit: Visit) => Promise<Answer> {
  const wrongTries = createLimit(triesAllowed, SPAN);

  return async ({ view, form, visitor }) => {
    const values = { number: form.number ?? '', code: form.code ?? '' };
    const drawForm = async (errors: FieldError[]): Promise<Answer> => ({
      kind: 'page',
      status: 422,
      html: await drawer.draw('TrackForm', { values, errors }, view),
    });
    const limited = (seconds: number): Answer => ({ kind: 'notice', notice: tooManyNotice(seconds), retryAfter: seconds });

    const check = checkCaseKey(form);
    if (check.kind === 'errors') return drawForm(check.errors);
    if (wrongTries.count(visitor, view.now) >= triesAllowed) return limited(SPAN / 1000);
    const search = await findCase(check.key, queue, cms);
    if (search.kind === 'away') return { kind: 'notice', notice: notice('away'), retryAfter: 60 };
    if (search.kind === 'limited') return limited(SPAN / 1000);
    if (search.kind === 'unknown') {
      wrongTries.take(visitor, view.now);
      return drawForm(search.errors);
    }
    const { tracking } = search;
    return { kind: 'page', status: 200, html: await drawTracking(drawer, { tracking, code: check.key.code }, view) };
  };
}

/** Draws the page of a case, by its kind. */
export function drawTracking(
  drawer: PageDrawer,
  { tracking, code, errors = [] }: { tracking: CaseTracking; code: string; errors?: FieldError[] },
  view: View,
): Promise<string> {
  if (tracking.kind === 'opinion') return drawer.draw('OpinionTracking', { tracking }, view);
  return drawer.draw('Tracking', { tracking, code, errors, thanks: false }, view);
}

/** Shows the form with the number filled in: `GET /letters/track/?number=…`. */
export function createTrackForm(drawer: PageDrawer): (visit: Visit) => Promise<Answer> {
  return async ({ view, query }) => ({
    kind: 'page',
    status: 200,
    html: await drawer.draw('TrackForm', { values: { number: (query.get('number') ?? '').slice(0, 20), code: '' }, errors: [] }, view),
  });
}
