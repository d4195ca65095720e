import { COUNT_ACTION, FORM_ACTIONS, PATHS, PREVIEW_ROOT } from '@mingchuang/content';

import { createLetterForm, createLetterWriting, type LetterOptions } from '../cases/write-letter.ts';
import type { PageForms } from '../cases/page-forms.ts';
import { createRating } from '../cases/rate-case.ts';
import { isReceiptPath } from '../cases/receipt.ts';
import { createReceiptShowing } from '../cases/show-receipt.ts';
import { createTrackForm, createTracking, type TrackOptions } from '../cases/track-case.ts';
import type { Answer, Visit } from '../pages/answer.ts';
import type { View } from '../pages/draw-page.ts';
import { createLinkNotice } from '../pages/external-link.ts';
import type { Previews } from '../preview/previews.ts';
import type { SearchAnswering } from '../searches/answer-searches.ts';
import type { SearchCounter } from '../searches/search-counter.ts';

export interface VisitorRoute {
  /** The name it has in metrics; a sealed address must not appear there. */
  name: string;
  answer: (visit: Visit) => Promise<Answer>;
  /** It counts itself what one visitor may send, and takes nothing from what they may send by forms. */
  limitsItself?: true;
}

/** What is drawn for one visitor instead of taken from the release. */
export interface VisitorRoutes {
  /** @param query Decides for the forms that are pages of the release while nothing is filled in. */
  get(path: string, query: URLSearchParams): VisitorRoute | undefined;
  post(view: View): VisitorRoute | undefined;
}

/** Every address that is answered by something other than the release. */
export function createVisitorRoutes(options: LetterOptions & TrackOptions & { pageForms: PageForms; previews: Previews; searches: SearchCounter; answering?: SearchAnswering | undefined }): VisitorRoutes {
  const { keys, drawer, queue, cms, pageForms, previews, searches, answering } = options;
  const preview: VisitorRoute = { name: PREVIEW_ROOT, answer: previews.show };
  const advice: VisitorRoute = { name: PREVIEW_ROOT, answer: previews.take };
  const pageForm: VisitorRoute = { name: 'page form', answer: pageForms.take };
  const letterForm: VisitorRoute = { name: FORM_ACTIONS.write, answer: createLetterForm(drawer) };
  const receipt: VisitorRoute = { name: '/letters/receipt/', answer: createReceiptShowing(keys, drawer) };
  const link: VisitorRoute = { name: PATHS.externalLink, answer: createLinkNotice(drawer) };
  const trackForm: VisitorRoute = { name: FORM_ACTIONS.track, answer: createTrackForm(drawer) };
  // Someone who goes back to the address of a rating begins with the form.
  const rated: VisitorRoute = { name: FORM_ACTIONS.rate, answer: async () => ({ kind: 'see-other', path: PATHS.trackCase }) };
  const forms = new Map<string, VisitorRoute>([
    [FORM_ACTIONS.write, { name: FORM_ACTIONS.write, answer: createLetterWriting(options) }],
    [FORM_ACTIONS.track, { name: FORM_ACTIONS.track, answer: createTracking(options) }],
    [FORM_ACTIONS.rate, { name: FORM_ACTIONS.rate, answer: createRating(drawer, queue, cms) }],
    [COUNT_ACTION, { name: COUNT_ACTION, answer: searches.take, limitsItself: true }],
    ...(answering ? [[PATHS.searchAnswer, { name: PATHS.searchAnswer, answer: answering.take, limitsItself: true }] as const] : []),
  ]);

  return {
    get(path, query) {
      if (path === PATHS.externalLink) return link;
      if (isReceiptPath(path)) return receipt;
      if (path.startsWith(PREVIEW_ROOT)) return preview;
      if (path === FORM_ACTIONS.rate) return rated;
      if (path === FORM_ACTIONS.write && query.has('title')) return letterForm;
      return path === FORM_ACTIONS.track && query.has('number') ? trackForm : undefined;
    },
    post: (view) => (view.path.startsWith(PREVIEW_ROOT) ? advice : undefined) ?? forms.get(view.path) ?? (pageForms.has(view) ? pageForm : undefined),
  };
}
