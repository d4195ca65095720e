import { caseRating, type FieldError } from '@mingchuang/content';

import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { notice, tooManyNotice } from '../pages/notices.ts';
import type { CaseQueue } from '../queue/case-queue.ts';
import { t } from '../strings/text.ts';
import type { Cms } from './cms.ts';
import { checkCaseKey, drawTracking, findCase } from './track-case.ts';

/** Takes the rating of an answer: `POST /letters/rate/`. Sent twice it counts once, the later one. */
export function createRating(drawer: PageDrawer, queue: CaseQueue, cms: Cms): (visit: Visit) => Promise<Answer> {
  return async ({ view, form }) => {
    const check = checkCaseKey(form);
    if (check.kind === 'errors') {
      const html = await drawer.draw('TrackForm', { values: { number: form.number ?? '', code: form.code ?? '' }, errors: check.errors }, view);
      return { kind: 'page', status: 422, html };
    }
    const { key } = check;
    const showErrors = async (errors: FieldError[]): Promise<Answer> => {
      const search = await findCase(key, queue, cms);
      if (search.kind === 'away') return { kind: 'notice', notice: notice('away'), retryAfter: 60 };
      if (search.kind === 'limited') return { kind: 'notice', notice: tooManyNotice(600), retryAfter: 600 };
      if (search.kind === 'unknown') {
        const values = { number: key.number, code: key.code };
        return { kind: 'page', status: 422, html: await drawer.draw('TrackForm', { values, errors: search.errors }, view) };
      }
      const { tracking } = search;
      return { kind: 'page', status: 422, html: await drawTracking(drawer, { tracking, code: key.code, errors }, view) };
    };

    const rating = caseRating.safeParse({ ...key, rating: Number(form.rating), comment: form.comment ?? '' });
    if (!rating.success)
      return showErrors(
        rating.error.issues.map(({ path, message }) =>
          path[0] === 'rating' ? { field: 'rating', message: t('field.rating') } : { field: String(path[0]), message },
        ),
      );

    const outcome = await cms.rateCase(rating.data);
    if (outcome.kind === 'away') return { kind: 'notice', notice: notice('rateAway'), retryAfter: 60 };
    if (outcome.kind === 'refused') {
      if (outcome.status === 429) return { kind: 'notice', notice: tooManyNotice(600), retryAfter: 600 };
      const errors = outcome.errors.length > 0 ? outcome.errors : [{ field: 'rating', message: t('field.invalid') }];
      return showErrors(errors);
    }
    const props = { tracking: outcome.answer, code: key.code, errors: [], thanks: true };
    return { kind: 'page', status: 200, html: await drawer.draw('Tracking', props, view) };
  };
}
