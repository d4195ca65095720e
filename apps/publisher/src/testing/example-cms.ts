import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { entryKey, FEED_PAGE, LEASE_SECONDS, type Acknowledgement, type Alarm, type FeedLine, type Lease, type LeaseRequest } from '@mingchuang/content';

import type { EntryLine } from '../feed/prepare-entry.ts';

const TOKEN = 'example-token';

/** A real HTTP server that speaks the feed, with the ways it can fail. */
export interface ExampleCms {
  url: string;
  token: string;
  /** Appends lines to the feed, as publications would. */
  change(...lines: FeedLine[]): void;
  /** Begins a new epoch with the same content, as a restored backup does; that of an earlier cursor when one is given. `silently` forgets the new epoch. */
  restore(sequence?: number, silently?: boolean): void;
  media: Map<string, Buffer>;
  acknowledgements: Acknowledgement[];
  alarms: Alarm[];
  /** Ends the lease as if its time had passed. */
  endLease(): void;
  /** Paths asked, in order. */
  asked: string[];
  /** `cutAfter` lines the connection breaks or, with `endsCleanly`, the answer just ends. */
  faults: {
    cutAfter?: number;
    endsCleanly?: boolean;
    refuseAcknowledgements?: boolean;
    refuseToken?: boolean;
    pageSize?: number;
    /** Answers instead of the feed. */
    answer?: (response: ServerResponse, asked: URL) => void;
  };
  close(): Promise<void>;
}

/** Starts the example CMS on a free port of the loopback. */
export async function startExampleCms(): Promise<ExampleCms> {
  let epoch = 'epoch-1';
  let changes: FeedLine[] = [];
  const cms = { media: new Map<string, Buffer>(), acknowledgements: [] as Acknowledgement[], alarms: [] as Alarm[], asked: [] as string[], faults: {} as ExampleCms['faults'] };

  const send = (response: ServerResponse, lines: FeedLine[]) => {
    const cut = cms.faults.cutAfter;
    const text = lines.map((line) => `${JSON.stringify(line)}\n`);
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    if (cut === undefined) response.end(text.join(''));
    else if (cms.faults.endsCleanly) response.end(text.slice(0, cut).join(''));
    else response.write(text.slice(0, cut).join(''), () => response.destroy());
  };
  const everything = (): FeedLine[] => {
    const entries = new Map<string, EntryLine>();
    const addresses = new Map<string, FeedLine>();
    for (const line of changes) {
      if (line.kind === 'entry') entries.set(entryKey(line), line);
      else if (line.kind === 'gone') entries.delete(entryKey(line));
      else if (line.kind === 'address') addresses.set(line.path, line);
      else if (line.kind === 'unaddress') addresses.delete(line.path);
    }
    return [{ kind: 'head', epoch, full: true }, ...entries.values(), ...addresses.values(), endAt(changes.length, false)];
  };
  /** As the CMS makes it: of what was written, not of what it looks like now. */
  const markAt = (sequence: number) => createHash('sha1').update(JSON.stringify(changes[sequence - 1] ?? null)).digest('hex');
  const endAt = (sequence: number, more: boolean): FeedLine => ({ kind: 'end', sequence, mark: markAt(sequence), more });
  const since = (asked: URLSearchParams, after: number): FeedLine[] => {
    const mark = asked.get('mark');
    if (asked.get('epoch') !== epoch || after > changes.length || (mark !== null && mark !== markAt(after))) return [{ kind: 'reset', epoch }];
    const upTo = Math.min(changes.length, after + (cms.faults.pageSize ?? FEED_PAGE));
    return [{ kind: 'head', epoch, full: false }, ...changes.slice(after, upTo), endAt(upTo, upTo < changes.length)];
  };

  let leased: { holder: string; fence: number } | undefined;
  let lastFence = 0;
  const giveLease = ({ holder, above, leaves }: LeaseRequest): Lease => {
    if (leased && leased.holder !== holder) return { kind: 'held', by: leased.holder, seconds: LEASE_SECONDS };
    if (!leased || leased.fence < above) leased = { holder, fence: (lastFence = Math.max(lastFence, above) + 1) };
    const granted: Lease = { kind: 'granted', fence: leased.fence, seconds: leaves ? 0 : LEASE_SECONDS };
    if (leaves) leased = undefined;
    return granted;
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://cms');
    cms.asked.push(url.pathname);
    const media = url.pathname.match(/^\/api\/feed\/media\/(.+)$/);
    if (cms.faults.refuseToken || request.headers.authorization !== `Bearer ${TOKEN}`) response.writeHead(401).end();
    else if (cms.faults.answer && /feed\/(export|changes)$/.test(url.pathname)) cms.faults.answer(response, url);
    else if (url.pathname === '/api/feed/export') send(response, everything());
    else if (url.pathname === '/api/feed/changes') send(response, since(url.searchParams, Number(url.searchParams.get('after'))));
    else if (media) {
      const bytes = cms.media.get(decodeURIComponent(media[1]!));
      if (bytes) response.end(bytes);
      else response.writeHead(404).end();
    } else if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        if (url.pathname === '/api/feed/lease') return void response.end(JSON.stringify(giveLease(JSON.parse(body) as LeaseRequest)));
        if (url.pathname === '/api/feed/alarms') cms.alarms.push(JSON.parse(body) as Alarm);
        else if (cms.faults.refuseAcknowledgements) return void response.writeHead(503).end();
        else cms.acknowledgements.push(JSON.parse(body) as Acknowledgement);
        response.writeHead(204).end();
      });
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return Object.assign(cms, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: TOKEN,
    change(...lines: FeedLine[]) {
      for (const line of lines) changes.push(line);
    },
    restore(sequence = changes.length, silently = false) {
      changes = changes.slice(0, sequence);
      if (silently) return;
      changes = everything().slice(1, -1);
      epoch += '+';
    },
    endLease: () => void (leased = undefined),
    close: () => closeServer(server),
  });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
