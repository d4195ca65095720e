import { randomBytes } from 'node:crypto';

import { PREVIEW_ROOT } from '@mingchuang/content/preview';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { askForDocument, type Context } from '../document-rights.ts';
import { record } from '../neighbours.ts';
import { reviewOf } from '../review.ts';
import { inTransaction, onConnection } from '../store/connection.ts';
import { nameOf } from '../versions/keep.ts';
import { type Advice, listAdvice, VERDICTS } from './advice.ts';
import { type Link, lifeOf, LINK_DAYS, stateOf } from './link.ts';
import { forgetFrames, insertLink, listLinks, revokeLink } from './link-store.ts';

const STATES = { open: '有效', expired: '已过期', revoked: '已停用', used: '已收到意见' } as const;

const wanted = z.strictObject({
  kind: z.enum(['frame', 'view', 'advice']),
  label: z.string().trim().max(60, '“发给谁”最多 60 个字').default(''),
  days: z.number().int().min(LINK_DAYS.least).max(LINK_DAYS.most, `最多 ${LINK_DAYS.most} 天`).default(LINK_DAYS.usual),
});

/** The admin side of previews: links are made, listed and taken back. */
export const previewsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    const { place, mayUpdate } = await askForDocument(strapi, context);
    const now = reviewOf(strapi).now();
    const [links, advice] = await onConnection(strapi, async (sql) => [await listLinks(sql, place), await listAdvice(sql, place)] as const);
    context.body = { data: { mayShare: mayUpdate, links: links.map((link) => showLink(link, now)), advice: advice.map(showAdvice) } };
  },

  async make(context: Context) {
    const parsed = wanted.safeParse(context.request.body);
    if (!parsed.success) throw new errors.ValidationError(parsed.error.issues.map(({ message }) => message).join('；'));
    const { kind, label, days } = parsed.data;
    const { place } = await askForDocument(strapi, context, { toChange: kind !== 'frame' });
    const portal = portalUrlOf(strapi);
    const now = reviewOf(strapi).now();
    const token = randomBytes(32).toString('base64url');
    const { user } = context.state;
    const link = {
      ...place,
      kind,
      ...(label ? { label } : {}),
      origin: originOf(context),
      by: { id: user.id, name: nameOf(user) },
      madeAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + lifeOf(kind, days)).toISOString(),
    };
    const id = await inTransaction(strapi, async (sql) => {
      await forgetFrames(sql, now.toISOString());
      const made = await insertLink(sql, token, link);
      if (kind !== 'frame') await record(strapi, { action: 'preview.link', subject: place, after: { link: made, kind, label, expiresAt: link.expiresAt } });
      return made;
    });
    context.set('cache-control', 'no-store');
    context.body = { data: { id, url: `${portal}${PREVIEW_ROOT}${token}/`, expiresAt: link.expiresAt } };
  },

  async revoke(context: Context) {
    const { place } = await askForDocument(strapi, context, { toChange: true });
    const id = Number(context.params.id);
    const now = reviewOf(strapi).now().toISOString();
    await inTransaction(strapi, async (sql) => {
      if (!Number.isSafeInteger(id) || !(await revokeLink(sql, place, id, now))) throw new errors.NotFoundError('这个链接已经停用或用过，请刷新列表。');
      await record(strapi, { action: 'preview.revoke', subject: place, after: { link: id } });
    });
    context.body = { data: {} };
  },
});

function portalUrlOf(strapi: Core.Strapi): string {
  const { portalUrl } = strapi.config.get('plugin::feed') as { portalUrl?: string };
  if (!portalUrl) throw new errors.ApplicationError('还没有设置门户地址，不能预览。请联系技术人员设置 PORTAL_URL。');
  return portalUrl;
}

/** The origin the browser shows the admin at: behind a proxy the CMS itself may know another. */
function originOf({ request }: Context): string {
  const { origin } = request.headers;
  return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).host === request.host ? origin : request.origin;
}

const showLink = (link: Link, now: Date) => ({
  id: link.id,
  kind: link.kind,
  label: link.label ?? '',
  by: link.by.name,
  madeAt: link.madeAt,
  expiresAt: link.expiresAt,
  openedAt: link.openedAt ?? null,
  isOpen: stateOf(link, now) === 'open',
  state: STATES[stateOf(link, now)],
});

const showAdvice = ({ verdict, text, name, organisation, role, at, version, linkId }: Advice) => ({
  linkId,
  verdict: VERDICTS[verdict],
  isAgreed: verdict === 'agree',
  text: text ?? '',
  name,
  organisation,
  role: role ?? '',
  at,
  version,
});
