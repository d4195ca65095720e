import { randomUUID } from 'node:crypto';

import formbody from '@fastify/formbody';
import { fastify, LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import { readForm } from '../cases/read-form.ts';
import { isInternal, networkOf } from '../operations/addresses.ts';
import { loggablePath } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics.ts';
import { notice } from '../pages/notices.ts';
import type { RequestAnswers } from './answer-requests.ts';
import { readAddress } from './read-address.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What kind of answer it got: a name for metrics, of which there are few. */
    routeName: string;
  }
}

/** Who may say, in X-Forwarded headers, where a request came from: addresses, networks, `loopback`, `uniquelocal`. */
export type TrustedProxies = false | string[];

export interface ServerOptions {
  log: Logger;
  metrics: Metrics;
  answers: RequestAnswers;
  isReady: () => boolean;
  trustProxy: TrustedProxies;
}

/** The largest form: 3,000 Chinese characters are 27 kB when encoded. */
const LARGEST_FORM = 64 * 1024;

/** Builds the HTTP side: which method goes where, what is logged and counted, what happens when something fails. */
export async function createServer({ log, metrics, answers, isReady, trustProxy }: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: LARGEST_FORM,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    // Addresses are looked up in the release, not in the router, which would refuse some and change others.
    rewriteUrl: () => '/',
  });
  await app.register(formbody, { bodyLimit: LARGEST_FORM, parser: (body) => readForm(body) });
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.decorateRequest('routeName', 'none');

  const operations: Record<string, () => { status: number; type: string; body: string }> = {
    '/healthz': () => ({ status: 200, type: 'text/plain; charset=utf-8', body: 'ok\n' }),
    '/readyz': () => ({ status: isReady() ? 200 : 503, type: 'text/plain; charset=utf-8', body: isReady() ? 'ready\n' : 'no release yet\n' }),
    '/metrics': () => ({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: metrics.render() }),
  };

  app.route({
    method: ['GET', 'HEAD'],
    url: '/',
    handler: async (request, reply) => {
      const path = readAddress(request.originalUrl)?.path ?? '';
      const operation = Object.hasOwn(operations, path) ? operations[path] : undefined;
      if (!operation || (path === '/metrics' && !isInternal(request.ip))) return answers.get(request, reply);
      request.routeName = path;
      const { status, type, body } = operation();
      return reply.code(status).headers({ 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).send(body);
    },
  });
  app.post('/', (request, reply) => answers.post(request, reply));

  // Every path is rewritten to '/', so only a method can be unknown.
  app.setNotFoundHandler((request, reply) => answers.say(request, reply.header('allow', 'GET, HEAD, POST'), { kind: 'notice', notice: notice('method') }));

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode === 413) return answers.say(request, reply.header('connection', 'close'), { kind: 'notice', notice: notice('tooLarge') });
    if (statusCode === 415) return answers.say(request, reply, { kind: 'notice', notice: notice('mediaType') });
    if (statusCode < 500) return answers.say(request, reply, { kind: 'notice', notice: notice('badRequest') });
    request.log.error({ err: error }, 'request failed');
    metrics.count('mingchuang_errors_total');
    for (const header of ['etag', 'content-encoding', 'content-length', 'content-range', 'accept-ranges', 'vary']) reply.removeHeader(header);
    return answers.say(request, reply.header('x-request-id', request.id), { kind: 'notice', notice: notice('failed') });
  });

  app.addHook('onResponse', async (request, reply) => {
    const { method, originalUrl, ip, routeName } = request;
    metrics.observeRequest(method, routeName, reply.statusCode, reply.elapsedTime / 1000);
    const path = loggablePath(readAddress(originalUrl)?.path ?? '(unreadable)');
    const entry = { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, network: networkOf(ip) };
    if (Object.hasOwn(operations, path)) request.log.debug(entry, 'request');
    else request.log.info(entry, 'request');
  });
  return app;
}
