import { FORM_ACTIONS, PATHS } from '@mingchuang/content';

import { createLetterWriting, type LetterOptions } from '../letters/write-letter.ts';
import { createRating } from '../letters/rate-case.ts';
import { isReceiptPath } from '../letters/receipt.ts';
import { createReceiptShowing } from '../letters/show-receipt.ts';
import { createTrackForm, createTracking, type TrackOptions } from '../letters/track-case.ts';
import type { Answer, Visit } from '../pages/answer.ts';
import { createLinkNotice } from '../pages/external-link.ts';

export interface VisitorRoute {
  /** The name it has in metrics; a sealed address must not appear there. */
  name: string;
  answer: (visit: Visit) => Promise<Answer>;
}

/** What is drawn for one visitor instead of taken from the release. */
export interface VisitorRoutes {
  /** @param query Decides for the tracking form, which is a page of the release while no number is given. */
  get(path: string, query: URLSearchParams): VisitorRoute | undefined;
  post(path: string): VisitorRoute | undefined;
}

/** Every address that is answered by something other than the release. */
export function createVisitorRoutes(options: LetterOptions & TrackOptions): VisitorRoutes {
  const { keys, drawer, queue, cms } = options;
  const receipt: VisitorRoute = { name: '/letters/receipt/', answer: createReceiptShowing(keys, drawer) };
  const link: VisitorRoute = { name: PATHS.externalLink, answer: createLinkNotice(drawer) };
  const trackForm: VisitorRoute = { name: FORM_ACTIONS.track, answer: createTrackForm(drawer) };
  // Someone who goes back to the address of a rating begins with the form.
  const rated: VisitorRoute = { name: FORM_ACTIONS.rate, answer: async () => ({ kind: 'see-other', path: PATHS.trackCase }) };
  const forms = new Map<string, VisitorRoute>([
    [FORM_ACTIONS.write, { name: FORM_ACTIONS.write, answer: createLetterWriting(options) }],
    [FORM_ACTIONS.track, { name: FORM_ACTIONS.track, answer: createTracking(options) }],
    [FORM_ACTIONS.rate, { name: FORM_ACTIONS.rate, answer: createRating(drawer, queue, cms) }],
  ]);

  return {
    get(path, query) {
      if (path === PATHS.externalLink) return link;
      if (isReceiptPath(path)) return receipt;
      if (path === FORM_ACTIONS.rate) return rated;
      return path === FORM_ACTIONS.track && query.has('number') ? trackForm : undefined;
    },
    post: (path) => forms.get(path),
  };
}
