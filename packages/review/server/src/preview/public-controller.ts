import { adviceBody, openPreviewBody, previewFileBody, previewPageBody } from '@mingchuang/content/preview';
import { filesOf } from '@mingchuang/content/snapshot';
import type { AnyEntry } from '@mingchuang/content/types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { z } from 'zod';

import type { Context } from '../document-rights.ts';
import { reviewOf } from '../review.ts';
import { draftFeedOf, drawDraftPage } from './draft-page.ts';
import { openLink } from './open-link.ts';
import { takeAdvice } from './take-advice.ts';

/** What people with a link may ask, through the gateway and with its token: the closed list of @mingchuang/content. */
export const publicPreviews = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/review/previews`: what a link leads to. */
  async open(context: Context) {
    const { token } = parse(context, openPreviewBody);
    const opened = await openLink(strapi, token, now(strapi));
    context.body = opened.kind === 'open' ? { kind: 'open', link: opened.shown } : opened;
  },

  /** `POST /api/review/previews/page`: a page of the portal with the draft in it. */
  async page(context: Context) {
    const { token, path } = parse(context, previewPageBody);
    const opened = await openLink(strapi, token, now(strapi));
    if (opened.kind === 'closed') return void (context.body = opened);
    const { uid, documentId, locale } = opened.link;
    const drawn = await drawDraftPage(strapi, { uid, documentId, locale }, path);
    context.body = drawn.kind === 'gone' ? { kind: 'closed', reason: 'unknown' } : { ...drawn, link: opened.shown };
  },

  /** `POST /api/review/previews/file`: a file that this draft uses, and no other. */
  async file(context: Context) {
    const { token, hash } = parse(context, previewFileBody);
    const opened = await openLink(strapi, token, now(strapi));
    if (opened.kind === 'closed') throw new errors.NotFoundError('No such file');
    const feed = draftFeedOf(strapi);
    const [own] = (await feed.draft(opened.link)) ?? [];
    const file = own && filesOf(own as unknown as AnyEntry).find((one) => one.hash === hash);
    const stored = file && (await feed.openDraftFile(file.id));
    if (!stored) throw new errors.NotFoundError('No such file');
    context.body = stored.stream;
    context.type = stored.mime;
    if (stored.length !== undefined) context.set('content-length', String(stored.length));
  },

  /** `POST /api/review/previews/advice`: what somebody says of the draft, once. */
  async advise(context: Context) {
    const { token, submission } = parse(context, adviceBody);
    context.body = await takeAdvice(strapi, token, submission, now(strapi));
  },
});

const now = (strapi: Core.Strapi) => reviewOf(strapi).now();

function parse<T extends z.ZodType>(context: Context, schema: T): z.output<T> {
  context.set('cache-control', 'no-store');
  const parsed = schema.safeParse(context.request.body);
  if (!parsed.success) throw new errors.ValidationError('The request is not in the agreed form');
  return parsed.data;
}
