import { joinMode } from '@mingchuang/content';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Answer } from '../pages/answer.ts';
import type { PageDrawer, View } from '../pages/draw-page.ts';
import { pageHeaders } from './page-headers.ts';

const HTML = 'text/html; charset=utf-8';

/**
 * Sends what was made for one visitor. It is not compressed: a page that mixes a secret with what was typed would let
 * its length be measured.
 */
export async function sendAnswer(
  drawer: PageDrawer,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Exclude<Answer, { kind: 'missing' }>,
  view: View,
): Promise<FastifyReply> {
  const secure = request.protocol === 'https';
  reply.header('cache-control', 'no-store');
  if (answer.kind === 'see-other') {
    return reply.code(303).headers(pageHeaders('', view.path, secure)).header('location', joinMode(answer.path, view)).send();
  }
  if (answer.kind === 'document') {
    const { status, type, body, headers } = answer;
    reply.code(status).headers({ ...pageHeaders(type, view.path, secure), 'content-type': type, ...headers });
    return reply.send(request.method === 'HEAD' ? undefined : body);
  }
  const isNotice = answer.kind === 'notice';
  if (isNotice && answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter);
  const html = isNotice ? await drawer.drawNotice(answer.notice, view) : answer.html;
  reply
    .code(isNotice ? answer.notice.status : answer.status)
    .headers(pageHeaders(HTML, view.path, secure))
    .headers({ 'content-type': HTML, 'content-length': Buffer.byteLength(html) });
  return reply.send(request.method === 'HEAD' ? undefined : html);
}
