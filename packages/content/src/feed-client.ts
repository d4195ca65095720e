import type { AnyEntry } from './types.ts';
import { feedLine, type FeedLine } from './feed.ts';
import { CONTENT_SCHEMAS } from './generated/index.ts';
import { CASE_SCHEMAS } from './taking-part.ts';

/** The CMS's feed could not be read. Nothing that was read so far may be used. */
export class FeedError extends Error {
  override name = 'FeedError';
}

/** Where the feed is and what opens it. */
export interface FeedSource {
  /** Address of the CMS, for example http://127.0.0.1:1337. */
  url: string;
  /** Bearer token. */
  token: string;
  fetch?: typeof fetch;
  /** Ends a request early. */
  signal?: AbortSignal;
}

type EntryLine = Extract<FeedLine, { kind: 'entry' }>;

const SCHEMAS = { ...CONTENT_SCHEMAS, ...CASE_SCHEMAS };

/** Everything that is published. @throws {FeedError} */
export function readExport(source: FeedSource): AsyncGenerator<FeedLine> {
  return readAnswer(source, '/api/feed/export');
}

/** The changes after a cursor, at most one answer of them. @throws {FeedError} */
export function readChanges(source: FeedSource, cursor: { epoch: string; after: number }): AsyncGenerator<FeedLine> {
  const query = new URLSearchParams({ epoch: cursor.epoch, after: String(cursor.after) });
  return readAnswer(source, `/api/feed/changes?${query}`);
}

/** The bytes of a file. @throws {FeedError} */
export async function fetchMedia(source: FeedSource, fileId: string): Promise<Response> {
  return request(source, `/api/feed/media/${encodeURIComponent(fileId)}`);
}

async function* readAnswer(source: FeedSource, path: string): AsyncGenerator<FeedLine> {
  const { body } = await request(source, path);
  if (!body) throw new FeedError(`The CMS answered ${path} without a body`);
  yield* parseFeed(body as unknown as AsyncIterable<Uint8Array>, path);
}

async function request({ url, token, fetch: get = fetch, signal }: FeedSource, path: string): Promise<Response> {
  const address = new URL(path, url);
  let response: Response;
  try {
    response = await get(address, { headers: { authorization: `Bearer ${token}` }, ...(signal ? { signal } : {}) });
  } catch (cause) {
    throw new FeedError(`The CMS at ${address.origin} cannot be reached`, { cause });
  }
  if (response.ok) return response;
  const why =
    response.status === 401 || response.status === 403
      ? 'the token is not accepted (expected an API token with the rights of the feed)'
      : `it answered ${response.status}`;
  throw new FeedError(`The CMS at ${address.origin} does not give ${address.pathname}: ${why}`);
}

/**
 * Parses and checks an answer line by line, without holding it whole.
 *
 * @throws {FeedError} On a line that is not of the feed, or an answer that was cut off before its `end`.
 */
export async function* parseFeed(chunks: AsyncIterable<Uint8Array | string>, name = 'The feed'): AsyncGenerator<FeedLine> {
  let number = 0;
  let ended = false;
  for await (const text of splitLines(chunks)) {
    number++;
    const line = parseLine(text, `${name}, line ${number}`);
    ended = line.kind === 'end' || line.kind === 'reset';
    yield line;
  }
  if (!ended) throw new FeedError(`${name}: the answer was cut off after ${number} lines`);
}

function parseLine(text: string, where: string): FeedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FeedError(`${where} is not JSON`, { cause });
  }
  const result = feedLine.safeParse(value);
  if (result.success) return result.data;
  throw new FeedError(`${where} is not a line of the feed: ${result.error.issues[0]?.message}`, { cause: result.error });
}

async function* splitLines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part.trim()) yield part;
  }
  rest += decoder.decode();
  if (rest.trim()) yield rest;
}

/** True for types this version of the platform knows; a newer CMS may send others. */
export function isKnownType(type: string): type is keyof typeof SCHEMAS {
  return Object.hasOwn(SCHEMAS, type);
}

/**
 * The entry of a feed line, its data checked by the schema of its type; `undefined` for a type that is not known here.
 *
 * @throws {FeedError} Naming the document and the first field that is wrong.
 */
export function entryOfLine(line: EntryLine): AnyEntry | undefined {
  const { type, documentId, locale, version, data, bodyFiles } = line;
  if (!isKnownType(type)) return undefined;
  const result = SCHEMAS[type].safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new FeedError(`${type} ${documentId}: ${issue?.path.join('.')} ${issue?.message}`, { cause: result.error });
  }
  return { type, documentId, locale, version, data: result.data, ...(bodyFiles ? { bodyFiles } : {}) } as AnyEntry;
}
