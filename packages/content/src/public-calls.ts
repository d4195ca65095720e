import { z } from 'zod';

import { caseFiling, caseKey, caseRating, caseTracking, letterTracking } from './case.ts';
import { adviceAnswer, adviceBody, openPreviewAnswer, openPreviewBody, previewFileBody, previewPageAnswer, previewPageBody } from './preview.ts';
import { searchCounts } from './searches.ts';

/**
 * Everything the public may ask of the CMS, through the gateway. Any other path under /api is 404 there, and a test
 * enumerates the CMS's routes against this list. The gateway calls them with its own token.
 */
export const PUBLIC_CALLS = {
  fileCase: { method: 'POST', path: '/api/cases', body: caseFiling, answer: z.object({ number: z.string() }) },
  trackCase: { method: 'POST', path: '/api/cases/track', body: caseKey, answer: caseTracking },
  rateCase: { method: 'POST', path: '/api/cases/rate', body: caseRating, answer: letterTracking },
  openPreview: { method: 'POST', path: '/api/review/previews', body: openPreviewBody, answer: openPreviewAnswer },
  previewPage: { method: 'POST', path: '/api/review/previews/page', body: previewPageBody, answer: previewPageAnswer },
  /** Answered with bytes. */
  previewFile: { method: 'POST', path: '/api/review/previews/file', body: previewFileBody, answer: z.never() },
  adviseOnPreview: { method: 'POST', path: '/api/review/previews/advice', body: adviceBody, answer: adviceAnswer },
  countSearches: { method: 'POST', path: '/api/queries/counts', body: searchCounts, answer: z.object({}) },
} as const;
export type PublicCallName = keyof typeof PUBLIC_CALLS;

/** An error as the CMS returns it for a public call: what was wrong with which field, in the citizen's language. */
export const publicError = z.object({
  error: z.object({
    message: z.string(),
    details: z.object({ fields: z.array(z.object({ field: z.string(), message: z.string() })).optional() }).optional(),
  }),
});
export type PublicError = z.infer<typeof publicError>;
