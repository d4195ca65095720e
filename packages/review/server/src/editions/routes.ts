import type { Core } from '@strapi/strapi';

import { reviewOf } from '../review.ts';
import { type Context, findReadable } from './may-read.ts';
import { readMoveRequest } from './move-request.ts';
import { performMove } from './perform.ts';
import { standingOf } from './standing.ts';

/** Where a document stands, and moves. */
export const editionsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async standing(context: Context) {
    const key = await findReadable(strapi, context);
    context.body = { data: await standingOf(reviewOf(strapi), key, context.state.user.id) };
  },

  async move(context: Context) {
    const request = readMoveRequest(context.request.body);
    const key = await findReadable(strapi, context);
    await performMove(reviewOf(strapi), key, request, context.state.user.id);
    context.body = { data: await standingOf(reviewOf(strapi), key, context.state.user.id) };
  },
});

const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const EDITION_ROUTES = [
  { method: 'GET', path: '/documents/:uid/:documentId', handler: 'editions.standing', config },
  { method: 'POST', path: '/documents/:uid/:documentId/moves', handler: 'editions.move', config },
];
