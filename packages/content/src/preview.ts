import { z } from 'zod';

import { feedLine } from './feed.ts';

/** A draft as the CMS posts it to the publisher: `POST /draw`, signed like a nudge. */
export const drawRequest = z.strictObject({
  /** Entries as publication would make them, the document itself first; files have their hash. */
  lines: z.array(feedLine).min(1).max(500),
  /** Address to draw; the page of the document itself when left out. */
  path: z.string().max(1024).optional(),
  /** Instant, UTC: an old request is worth nothing to whoever finds it. */
  sentAt: z.iso.datetime(),
});
export type DrawRequest = z.infer<typeof drawRequest>;

/** A signed request to draw is good for this long, ms. */
export const DRAW_LIFE = 5 * 60 * 1000;

/** What came of drawing over a draft. */
export const drawAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), path: z.string(), status: z.number().int(), type: z.string(), body: z.string() }),
  z.object({ kind: z.literal('redirect'), location: z.string() }),
  /** The site has nothing at that path, or no page for the document. */
  z.object({ kind: z.literal('missing') }),
  /** Attributes that the page cannot do without, or that hold what it cannot show. */
  z.object({ kind: z.literal('incomplete'), fields: z.array(z.string()) }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type DrawAnswer = z.infer<typeof drawAnswer>;

/** First path segment of previews at the portal: `/preview/<token>/`, and pages below `/preview/<token>/page/`. */
export const PREVIEW_ROOT = '/preview/';

/** 32 random bytes in base64url. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Why a link shows nothing. `unknown` tells strangers nothing: a wrong token and a deleted document look alike. */
export const CLOSED_REASONS = ['unknown', 'expired', 'revoked', 'used'] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];
const closed = z.object({ kind: z.literal('closed'), reason: z.enum(CLOSED_REASONS) });

/** What a link leads to. */
export const previewLink = z.object({
  /** `frame` is for the admin's own frames, `view` may be opened any number of times, `advice` until its answer is in. */
  kind: z.enum(['frame', 'view', 'advice']),
  title: z.string(),
  /** What the document is called in the CMS: 信息, 政策文件. */
  typeLabel: z.string(),
  agency: z.string().optional(),
  /** Who made the link. */
  by: z.string(),
  expiresAt: z.string(),
  /** Origin of the admin, for the frames of kind `frame`. */
  origin: z.string(),
  /** Fingerprint of what the draft says now: advice names what it is about. */
  digest: z.string(),
});
export type PreviewLink = z.infer<typeof previewLink>;

export const openPreviewBody = z.strictObject({ token });
export const openPreviewAnswer = z.discriminatedUnion('kind', [z.object({ kind: z.literal('open'), link: previewLink }), closed]);

export type OpenPreviewAnswer = z.infer<typeof openPreviewAnswer>;

export const previewPageBody = z.strictObject({ token, path: z.string().max(1024).optional() });
export const previewPageAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), link: previewLink, path: z.string(), status: z.number().int(), type: z.string(), body: z.string() }),
  z.object({ kind: z.literal('redirect'), link: previewLink, location: z.string() }),
  z.object({ kind: z.literal('missing'), link: previewLink }),
  /** It cannot be shown yet; the message says what is to be done. */
  z.object({ kind: z.literal('trouble'), link: previewLink, message: z.string() }),
  closed,
]);
export type PreviewPageAnswer = z.infer<typeof previewPageAnswer>;

/** A file that the draft uses, by the hash in its address. Answered with the bytes. */
export const previewFileBody = z.strictObject({ token, hash: z.string().regex(/^[0-9a-f]{32}$/) });

const line = (name: string, most: number) => z.string(`请填写${name}`).trim().min(1, `请填写${name}`).max(most, `${name}最多 ${most} 个字`);

/** What somebody without an account says of a draft, once for each link. */
export const adviceSubmission = z
  .strictObject({
    verdict: z.enum(['agree', 'comment'], '请选择“同意发布”或“有修改意见”'),
    text: z.string().trim().max(3000, '意见最多 3000 字').default(''),
    name: line('姓名', 30),
    organisation: line('单位', 60),
    role: z.string().trim().max(30, '职务最多 30 个字').default(''),
    digest: z.string().max(64),
  })
  .refine(({ verdict, text }) => verdict === 'agree' || text !== '', { path: ['text'], message: '请写下您的修改意见' });
export type AdviceSubmission = z.infer<typeof adviceSubmission>;

export const adviceBody = z.strictObject({ token, submission: z.record(z.string(), z.string().max(10_000)) });
export const adviceAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), title: z.string(), at: z.string() }),
  z.object({ kind: z.literal('errors'), link: previewLink, errors: z.array(z.object({ field: z.string(), message: z.string() })) }),
  /** The draft was changed after it was shown. */
  z.object({ kind: z.literal('changed'), link: previewLink }),
  closed,
]);
export type AdviceAnswer = z.infer<typeof adviceAnswer>;
