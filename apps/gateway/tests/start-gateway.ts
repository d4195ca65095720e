import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { createGateway, type Gateway, type GatewayOptions } from '../src/gateway.ts';
import { listen } from '../src/listen.ts';
import { createLog } from '../src/operations/log.ts';
import { ReleaseMaker, type Content } from './release-maker.ts';
import { frame, page, standInRenderer } from './stand-in-renderer.ts';

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  body: Buffer;
  text: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks a server for a target, which goes out exactly as given. */
export function ask(port: number, target: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode!, headers: response.headers, body: whole, text: whole.toString('utf8') });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export interface TestGateway {
  port: number;
  dataDir: string;
  maker: ReleaseMaker;
  gateway: Gateway;
  /** Lines of the log. */
  lines: string[];
  /** Moves the gateway's clock. */
  clock: { now: number };
  get(target: string, headers?: Record<string, string>): Promise<Answered>;
  post(target: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answered>;
  stop(): Promise<void>;
}

export type TestOptions = Partial<Omit<GatewayOptions, 'dataDir' | 'releaseKey' | 'log' | 'clock'>> & { dataDir?: string; maker?: ReleaseMaker };

/** The files every release has that the gateway reads itself. */
export const SITE: Record<string, Content> = {
  '/': page('首页', '<h1>望川</h1>'),
  '/404/': { body: page('没有找到', '<a href="../">home</a><a href="../search/">search</a>'), status: 404 },
  '/frame.json': { body: JSON.stringify(frame), type: 'application/json; charset=utf-8' },
  '/alerts.json': { body: '[]', type: 'application/json; charset=utf-8' },
  '/external-links.json': { body: '[]', type: 'application/json; charset=utf-8' },
  '/letters/write/': page('写信', 'form'),
  '/letters/track/': page('查进度', 'form'),
};

/** Starts a gateway on a free port with a data folder of its own. */
export async function startGateway(options: TestOptions = {}): Promise<TestGateway> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'mc-gateway-'));
  const maker = options.maker ?? new ReleaseMaker(dataDir);
  const lines: string[] = [];
  const clock = { now: Date.parse('2026-11-09T02:00:00Z') };
  const gateway = await createGateway({
    renderer: standInRenderer,
    cms: { url: 'http://127.0.0.1:1', token: 'token', timeout: 300 },
    caseQueueKey: randomBytes(32),
    ...options,
    dataDir,
    releaseKey: maker.publicKey,
    log: createLog(new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString('utf8')), done()) })),
    clock: () => clock.now,
  });
  const port = await listen(gateway.app, 'localhost', 0);
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${port}`, 'user-agent': 'test' };
  return {
    port,
    dataDir,
    maker,
    gateway,
    lines,
    clock,
    get: (target, headers) => ask(port, target, { headers }),
    post: (target, values, headers) => ask(port, target, { method: 'POST', headers: { ...form, ...headers }, body: new URLSearchParams(values).toString() }),
    async stop() {
      await gateway.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits for something that happens by itself. */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds = 5000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Did not happen within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
