import { z } from 'zod';

import { caseFiling, caseKey, caseRating, caseTracking, letterTracking } from './case.ts';

/**
 * Everything the public may ask of the CMS, through the gateway. Any other path under /api is 404 there, and a test
 * enumerates the CMS's routes against this list. The gateway calls them with its own token.
 */
export const PUBLIC_CALLS = {
  fileCase: { method: 'POST', path: '/api/cases', body: caseFiling, answer: z.object({ number: z.string() }) },
  trackCase: { method: 'POST', path: '/api/cases/track', body: caseKey, answer: caseTracking },
  rateCase: { method: 'POST', path: '/api/cases/rate', body: caseRating, answer: letterTracking },
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
