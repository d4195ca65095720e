import { z } from 'zod';

import { fileRef } from './entry.ts';

const link = z.object({ label: z.string(), url: z.string() });

/**
 * What header, footer and forms need of the site: a small part of the snapshot that every page has as an input. It is
 * released as /frame.json, so that the gateway can draw receipts and errors in the same clothes.
 */
export const frame = z.object({
  site: z.object({
    title: z.string(),
    shortName: z.string(),
    cityName: z.string().optional(),
    domain: z.string(),
    siteCode: z.string(),
    theme: z.enum(['blue', 'red', 'green']),
    description: z.string().optional(),
    emblem: fileRef.optional(),
    notice: z.string().optional(),
    sponsor: z.string(),
    undertaker: z.string().optional(),
    address: z.string().optional(),
    phone: z.string().optional(),
    phoneHours: z.string().optional(),
    icp: z.string().optional(),
    publicSecurityCode: z.string().optional(),
    organLabelUrl: z.string().optional(),
    errorReportUrl: z.string().optional(),
    hotline: z.string(),
    hotlineNote: z.string().optional(),
  }),
  /** First-level columns of the main navigation, home first. */
  navigation: z.array(link),
  footer: z.array(z.object({ title: z.string(), links: z.array(link) })),
  /** Agencies a citizen can write to. */
  agencies: z.array(z.object({ code: z.string(), title: z.string() })),
  /** Address of the letters column. */
  lettersPath: z.string().optional(),
  /** The home page in the other language, when the site is published in it. */
  otherHome: z.string().optional(),
  /** The page at hand in the other language, when there is one. */
  alternate: z.string().optional(),
});
export type Frame = z.infer<typeof frame>;
export type FrameLink = z.infer<typeof link>;
