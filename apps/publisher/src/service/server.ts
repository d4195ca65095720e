import { createHmac, timingSafeEqual } from 'node:crypto';

import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

import { DRAW_LIFE, drawRequest, NUDGE_SIGNATURE_HEADER, tryRequest } from '@mingchuang/content';
import type { z } from 'zod';

import { command } from '../commands/command.ts';
import { performCommand } from '../commands/perform.ts';
import { CommandError, explainError } from '../errors.ts';
import { drawDraft } from '../preview/draw-draft.ts';
import { mainOutlet, type Workshop } from '../workshop.ts';
import { MAIN } from '../store/site-register.ts';
import type { Metrics } from './metrics.ts';
import type { Publisher } from './publisher.ts';
import { trySearch } from './try-search.ts';

export interface ServerParts {
  workshop: Workshop;
  publisher: Publisher;
  metrics: Metrics;
  nudgeSecret: string;
  webhookToken: string;
  /** Known only to who may read the data folder: lets the command line command the running service. */
  commandToken: string;
}

const LARGEST_BODY = 1024 * 1024;
/** A long document with everything it touches. */
const LARGEST_DRAFT = 16 * 1024 * 1024;

/**
 * Builds the publisher's small HTTP side. A nudge carries no content: a forged one is refused, and one that is lost,
 * doubled or late changes nothing, because the feed alone says what is new.
 */
export function buildServer({ workshop, publisher, metrics, nudgeSecret, webhookToken, commandToken }: ServerParts): FastifyInstance {
  const server = Fastify({ logger: false, bodyLimit: LARGEST_BODY });
  // Signatures are over the bytes as they were sent.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const accept = (reply: FastifyReply, cause: 'nudge' | 'webhook') => {
    publisher.request(cause);
    return reply.code(202).send({ accepted: true });
  };
  const refuse = (reply: FastifyReply) => reply.code(401).send({ error: 'Unauthorized' });

  server.post('/nudge', (request, reply) => {
    const signature = request.headers[NUDGE_SIGNATURE_HEADER];
    return isSignedBy(nudgeSecret, request.body, signature) ? accept(reply, 'nudge') : refuse(reply);
  });
  /** What the CMS asks while somebody waits: signed as nudges are, and good for some minutes. */
  const answerSigned = <Asked extends { sentAt: string }>(path: string, schema: z.ZodType<Asked>, answer: (asked: Asked) => Promise<object>) =>
    server.post(path, { bodyLimit: LARGEST_DRAFT }, async (request, reply) => {
      if (!isSignedBy(nudgeSecret, request.body, request.headers[NUDGE_SIGNATURE_HEADER])) return refuse(reply);
      const asked = readAsked(schema, request.body);
      if (!asked || Math.abs(workshop.now().getTime() - Date.parse(asked.sentAt)) > DRAW_LIFE) return reply.code(400).send({ error: 'Bad Request' });
      return reply.header('cache-control', 'no-store').send(await answer(asked));
    });
  answerSigned('/draw', drawRequest, (asked) => drawDraft(workshop, asked));
  answerSigned('/search', tryRequest, (asked) => trySearch(workshop, asked));
  server.post('/webhook', (request, reply) =>
    hasToken(webhookToken, request.headers.authorization) ? accept(reply, 'webhook') : refuse(reply),
  );
  server.post('/commands', async (request, reply) => {
    if (!hasToken(commandToken, request.headers.authorization)) return refuse(reply);
    try {
      const wanted = command.parse(JSON.parse(String(request.body)));
      return await performCommand(wanted, workshop, publisher);
    } catch (error) {
      return reply.code(error instanceof CommandError ? 400 : 500).send({ ok: false, lines: [explainError(error)] });
    }
  });

  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', (_request, reply) => {
    const { current } = mainOutlet(workshop);
    return current ? { status: 'ready', release: current.id } : reply.code(503).send({ status: 'waiting for the first release' });
  });
  server.get('/metrics', (_request, reply) => reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.print(workshop)));
  server.get<{ Querystring: { limit?: string; site?: string } }>('/runs', ({ query }, reply) => {
    const limit = Math.min(Math.max(Number(query.limit ?? 50) || 50, 1), 1000);
    const outlet = workshop.outlets.get(query.site ?? MAIN);
    if (!outlet) return reply.code(404).send({ error: 'Not Found' });
    const { key, current, releases, ledger } = outlet;
    return { sites: [...workshop.outlets.keys()], site: key, current: current?.id ?? null, held: releases.held() ?? null, runs: ledger.runs(limit) };
  });
  return server;
}

function readAsked<Asked>(schema: z.ZodType<Asked>, body: unknown): Asked | undefined {
  try {
    return schema.safeParse(JSON.parse(String(body))).data;
  } catch {
    return undefined;
  }
}

function isSignedBy(secret: string, body: unknown, signature: unknown): boolean {
  if (secret === '' || typeof signature !== 'string') return false;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return isSame(signature, `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`);
}

function hasToken(token: string, authorization: string | undefined): boolean {
  return token !== '' && authorization !== undefined && isSame(authorization, `Bearer ${token}`);
}

/** Compares digests, so that neither the time taken nor the length tells anything of what was expected. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
