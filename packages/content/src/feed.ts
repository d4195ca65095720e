import { z } from 'zod';

import { fileRef, locale } from './entry.ts';

/** Media type of a feed answer: one JSON object a line. */
export const FEED_TYPE = 'application/x-ndjson';

/** The most changes one answer of `GET /api/feed/changes` covers. */
export const FEED_PAGE = 1000;

/** An address that no longer shows a document: withdrawn with a reason (410) or moved (301). */
export const address = z.object({
  path: z.string(),
  /** documentId of the site it is an address of; of whichever has it, when it was given before sites had their own. */
  site: z.string().optional(),
  state: z.enum(['withdrawn', 'moved']),
  /** Where a moved document is now. */
  to: z.string().optional(),
  /** The site of `to`, when it is another one. */
  toSite: z.string().optional(),
  /** Title of what stood here, so that the notice can name it. */
  title: z.string().optional(),
  /** Public reason of a withdrawal, in the editors' words. */
  reason: z.string().optional(),
  /** Instant, UTC. */
  at: z.string(),
});
export type Address = z.infer<typeof address>;

/** What tells addresses apart: two sites may have the same path. */
export const addressKey = ({ path, site = '' }: Pick<Address, 'path' | 'site'>): string => (site === '' ? path : `${site} ${path}`);

/**
 * One line of a feed answer, in this order: `head`, any number of `entry`, `gone`, `address` and
 * `unaddress`, then `end`. An answer without `end` was cut off and must be thrown away.
 *
 * `reset` is sent alone, instead of `head`, when the cursor belongs to another epoch, lies ahead of the feed or has
 * the mark of another change: the reader must take the full export.
 */
export const feedLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), epoch: z.string(), full: z.boolean() }),
  z.object({ kind: z.literal('reset'), epoch: z.string() }),
  z.object({
    kind: z.literal('entry'),
    type: z.string(),
    documentId: z.string(),
    locale,
    version: z.string(),
    data: z.record(z.string(), z.unknown()),
    bodyFiles: z.array(fileRef).optional(),
  }),
  z.object({ kind: z.literal('gone'), type: z.string(), documentId: z.string(), locale }),
  z.object({ kind: z.literal('address'), ...address.shape }),
  z.object({ kind: z.literal('unaddress'), path: z.string(), site: z.string().optional() }),
  z.object({
    kind: z.literal('end'),
    /** The cursor to ask after next time. */
    sequence: z.number().int(),
    /** What that change was, in short. Sent along with the cursor it shows a feed that was restored and has gone on since. */
    mark: z.string().optional(),
    /** Whether more changes are waiting. */
    more: z.boolean(),
  }),
]);
export type FeedLine = z.infer<typeof feedLine>;

/** What a publisher tells the CMS after a run: `POST /api/feed/acknowledgements`. */
export const acknowledgement = z.strictObject({
  epoch: z.string(),
  /** Everything up to and including this change is live. */
  sequence: z.number().int(),
  release: z.string(),
  /** documentId of the site that is; every site when left out. */
  site: z.string().optional(),
  /** Whether that is the main site, which answers for names nobody has signed. */
  isMain: z.boolean().optional(),
  /** Instant at which visitors got the release. */
  liveAt: z.string(),
  /** From the start of the run to live. */
  seconds: z.number(),
  /** Documents whose page could not be drawn; their last good page stays. */
  blocked: z
    .array(z.strictObject({ type: z.string(), documentId: z.string(), locale, reason: z.string() }))
    .max(1000),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** Body of the signed nudge the CMS sends to `POST /nudge` of the publisher; it carries no content. */
export const nudge = z.object({ epoch: z.string(), sequence: z.number().int(), sentAt: z.string() });
export type Nudge = z.infer<typeof nudge>;

/** Header of a nudge: `sha256=` and the hex HMAC-SHA-256 of the raw body. */
export const NUDGE_SIGNATURE_HEADER = 'x-mingchuang-signature';

/** How long a lease to publish holds, seconds. */
export const LEASE_SECONDS = 30;

/** What a publisher asks before it publishes: `POST /api/feed/lease`. */
export const leaseRequest = z.strictObject({
  /** Names one publisher, also after its restart. */
  holder: z.string().min(1).max(128),
  /** The fence of the newest release it knows. */
  above: z.number().int().min(0),
  /** True to give the lease back: another need not wait for its end. */
  leaves: z.boolean().optional(),
});
export type LeaseRequest = z.infer<typeof leaseRequest>;

/**
 * Who may publish. At most one publisher is granted the lease at a time; each that takes it from another gets a greater
 * fence, which goes into its manifests: gateways refuse later releases with a smaller one.
 */
export const lease = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('granted'), fence: z.number().int(), seconds: z.number() }),
  z.object({ kind: z.literal('held'), by: z.string(), seconds: z.number() }),
]);
export type Lease = z.infer<typeof lease>;

/** Something operators must know of publishing: `POST /api/feed/alarms`. */
export const alarm = z.strictObject({
  kind: z.enum(['tampered', 'slow', 'different']),
  /** In the operators' words. */
  text: z.string().min(1).max(2000),
  /** Instant, UTC. */
  at: z.iso.datetime(),
});
export type Alarm = z.infer<typeof alarm>;
