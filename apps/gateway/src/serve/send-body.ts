import type { FastifyReply, FastifyRequest } from 'fastify';

import { chooseEncoding, isCompressible, SUFFIX, type Encoding } from './encodings.ts';
import { isFresh } from './is-fresh.ts';
import { WHOLE, type Objects } from './objects.ts';
import { readRange } from './ranges.ts';

/** Something to answer with, whose bytes are read only when they are needed. */
export interface Body {
  /** Names exactly these bytes: the hash and what was changed in it. */
  tag: string;
  type: string;
  bytes: number;
  /** Hash of the object to stream, for what is too large for memory. */
  stream?: string;
  read(): Promise<Buffer>;
  readEncoded(encoding: Encoding): Promise<Buffer>;
}

export interface SendOptions {
  status: number;
  cacheControl: string;
}

/** Answers with a body: in the encoding asked for, or 304, or a part of it. */
export async function sendBody(
  objects: Objects,
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
  { status, cacheControl }: SendOptions,
): Promise<FastifyReply> {
  const compressible = isCompressible(body.type) && body.bytes > 0 && body.bytes <= WHOLE;
  const encoding = compressible ? chooseEncoding(request.headers['accept-encoding']) : undefined;
  const etag = `"${body.tag}${encoding ? `-${SUFFIX[encoding]}` : ''}"`;
  reply.code(status).headers({ etag, 'cache-control': cacheControl, 'content-type': body.type });
  if (compressible) reply.header('vary', 'Accept-Encoding');
  if (status === 200 && isFresh(request.headers['if-none-match'], etag)) return reply.code(304).removeHeader('content-type').send();

  const isHead = request.method === 'HEAD';
  if (compressible) {
    const bytes = encoding ? await body.readEncoded(encoding) : await body.read();
    if (encoding) reply.header('content-encoding', encoding);
    return reply.header('content-length', bytes.length).send(isHead ? undefined : bytes);
  }
  return sendPart(objects, request, reply, body, etag);
}

async function sendPart(objects: Objects, request: FastifyRequest, reply: FastifyReply, body: Body, etag: string): Promise<FastifyReply> {
  reply.header('accept-ranges', 'bytes');
  const ifRange = request.headers['if-range'];
  const wanted = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
  const range = readRange(reply.statusCode === 200 ? wanted : undefined, body.bytes);
  if (range.kind === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${body.bytes}`).removeHeader('content-type').send();

  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, body.bytes - 1];
  if (range.kind === 'part') reply.code(206).header('content-range', `bytes ${start}-${end}/${body.bytes}`);
  reply.header('content-length', end - start + 1);
  if (request.method === 'HEAD') return reply.send();
  if (body.stream === undefined || body.bytes === 0) return reply.send((await body.read()).subarray(start, end + 1));
  const file = await objects.open(body.stream);
  return reply.send(file.createReadStream({ start, end }));
}
