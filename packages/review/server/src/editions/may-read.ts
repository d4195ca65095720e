import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { reviewOf } from '../review.ts';
import { assertMayRead, type Context } from '../remarks/reach-document.ts';
import { type DocumentKey, isReviewed, keyOf, lookup } from './document.ts';

export type { Context };

/**
 * The document a request is about, when the person may read it: Strapi's own rights and conditions decide.
 * @throws {errors.NotFoundError} When there is none, its type is not reviewed, or review is switched off.
 * @throws {errors.ForbiddenError} When it is not theirs to see.
 */
export async function findReadable(strapi: Core.Strapi, context: Context): Promise<DocumentKey> {
  const { uid = '', documentId = '' } = context.params;
  if (!reviewOf(strapi).isOn) throw new errors.NotFoundError('这个系统关掉了审核');
  if (!isReviewed(strapi, uid)) throw new errors.NotFoundError('这类内容不用审核');
  const { locale } = { ...context.query, ...(context.request.body as object | undefined) } as { locale?: unknown };
  const key = keyOf(strapi, uid, documentId, typeof locale === 'string' ? locale : null);
  await assertMayRead(strapi, context, { uid, ...lookup(strapi, key) });
  return key;
}
