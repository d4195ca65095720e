import { feedLine, lease as leaseSchema, type Acknowledgement, type Alarm, type FeedLine, type Lease, type LeaseRequest } from '@mingchuang/content';

import { PublishError } from '../errors.ts';
import type { Cursor } from '../store/snapshot-store.ts';

/** The CMS as the publisher sees it. */
export interface Feed {
  /** Lines of everything published. */
  export(): AsyncIterable<FeedLine>;
  /** Lines of what changed after a cursor. */
  changes(cursor: Cursor): AsyncIterable<FeedLine>;
  /** The bytes of a file. @throws {PublishError} When the CMS does not have it or cannot be reached. */
  media(id: string): Promise<AsyncIterable<Uint8Array>>;
  /** @throws {PublishError} When the CMS did not take it. */
  acknowledge(value: Acknowledgement): Promise<void>;
  /** Asks to be the one that publishes. @throws {PublishError} When the CMS cannot be asked. */
  lease(request: LeaseRequest): Promise<Lease>;
  /** Tells operators. @throws {PublishError} When the CMS did not take it. */
  raise(alarm: Alarm): Promise<void>;
}

export interface FeedOptions {
  url: string;
  token: string;
  /** Milliseconds without a byte after which the CMS counts as gone; in each of them it has to send at least `SLOWEST`. */
  patience?: number;
}

/** Bytes. A CMS that sends less in thirty seconds would hold every publication for hours and still seem alive. */
const SLOWEST = 4096;

/** Connects to the feed of a CMS. Nothing is sent until something is asked. */
export function connectFeed({ url, token, patience = 30_000 }: FeedOptions): Feed {
  const ask = async (path: string, init: RequestInit = {}): Promise<{ response: Response; alive: (bytes: number) => void; stop: () => void }> => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new Error(`${patience / 1000} 秒没有回音`)), patience);
    let received = 0;
    const pace = setInterval(() => {
      if (received < SLOWEST) controller.abort(new Error(`太慢：${patience / 1000} 秒只收到 ${received} 字节`));
      received = 0;
    }, patience);
    const stop = () => {
      clearTimeout(timer);
      clearInterval(pace);
    };
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    let response: Response;
    try {
      response = await fetchOnKept(url + path, { ...init, headers, redirect: 'manual', signal: controller.signal });
    } catch (error) {
      stop();
      throw new PublishError(stepOf(path), `连不上内容管理系统 ${url}`, { cause: deepest(error) });
    }
    if (!response.ok) {
      stop();
      await response.body?.cancel();
      throw new PublishError(stepOf(path), refusal(path, response.status));
    }
    const alive = (bytes: number) => {
      received += bytes;
      timer.refresh();
    };
    return { response, alive, stop };
  };

  const chunks = async function* (path: string): AsyncGenerator<Uint8Array> {
    const { response, alive, stop } = await ask(path);
    yield* readBody(path, response, alive, stop);
  };
  const lines = async function* (path: string): AsyncGenerator<FeedLine> {
    for await (const line of splitLines(chunks(path))) yield parseLine(line);
  };

  const send = async (path: string, value: object): Promise<string> => {
    const { response, stop } = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
    try {
      return await response.text();
    } finally {
      stop();
    }
  };

  return {
    export: () => lines('/api/feed/export'),
    changes: ({ epoch, sequence, mark }) => lines(`/api/feed/changes?${String(new URLSearchParams({ epoch, after: String(sequence), ...(mark !== undefined && { mark }) }))}`),
    async media(id) {
      const path = `/api/feed/media/${encodeURIComponent(id)}`;
      const { response, alive, stop } = await ask(path);
      return readBody(path, response, alive, stop);
    },
    acknowledge: async (value) => void (await send('/api/feed/acknowledgements', value)),
    async lease(request) {
      const answer = await send('/api/feed/lease', request);
      try {
        return leaseSchema.parse(JSON.parse(answer));
      } catch (error) {
        throw new PublishError('release', `内容管理系统对发布权的答复读不懂：${answer.slice(0, 80)}`, { cause: error });
      }
    },
    raise: async (alarm) => void (await send('/api/feed/alarms', alarm)),
  };
}

/**
 * Fetches, and once more when the connection had been closed: the CMS does that with one it has not been asked on for
 * seconds, and a publisher that was busy planning does not notice before it asks. Whatever is asked may be asked twice.
 */
async function fetchOnKept(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (!CLOSED.has((deepest(error) as NodeJS.ErrnoException).code ?? '')) throw error;
    return fetch(url, init);
  }
}
const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

async function* readBody(path: string, response: Response, alive: (bytes: number) => void, stop: () => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) {
      alive(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw new PublishError('pull', `读取 ${path} 时断开了`, { cause: deepest(error) });
  } finally {
    stop();
  }
}

/** Node wraps the reason of a failed request twice; the innermost one says something. */
function deepest(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? deepest(error.cause) : error;
}

function stepOf(path: string): 'pull' | 'release' | 'acknowledge' {
  if (path.endsWith('lease')) return 'release';
  return path.endsWith('acknowledgements') ? 'acknowledge' : 'pull';
}

function refusal(path: string, status: number): string {
  if (status >= 300 && status < 400) return `内容管理系统把 ${path} 转到别的地址（${status}），请检查 CMS_URL`;
  if (status === 401 || status === 403) return `内容管理系统不接受发布令牌（CMS_TOKEN），${path} 答复 ${status}`;
  return `内容管理系统对 ${path} 答复 ${status}`;
}

/** Characters; the longest document of a city has less than a hundredth of it. */
const LONGEST_LINE = 1 << 25;

/** Cuts a stream of bytes into lines. A last piece without a line feed is a line too: whoever reads judges it. */
async function* splitLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    if (length > LONGEST_LINE) throw new PublishError('pull', '内容管理系统的答复里有一行太长，不像是内容，已丢弃');
    if (others.length === 0) continue;
    const last = others.pop()!;
    for (const line of [begun.join(''), ...others]) if (line !== '') yield line;
    begun = [last];
    length = last.length;
  }
  const rest = begun.join('') + decoder.decode();
  if (rest.trim() !== '') yield rest;
}

/** @throws {PublishError} When the line is cut off or is none of the feed's. */
function parseLine(line: string): FeedLine {
  try {
    return feedLine.parse(JSON.parse(line));
  } catch (error) {
    throw new PublishError('pull', `内容管理系统的答复里有一行读不懂：${line.slice(0, 80)}`, { cause: error });
  }
}
