import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { cmsEnvironment } from './cms.ts';
import { MAIL_PASSWORD, MAIL_USER, type MailStandIn, startMailServer } from './stand-ins/mail-server.ts';

/** Deliveries a process sends side by side: so many can be under way when it is killed. */
const AT_ONCE = 4;
const PEOPLE = 60;

const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-review-killed-'));
let mail: MailStandIn;
let environment: Record<string, string>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  await layFirstStart('empty', dataDir);
  mail = await startMailServer();
  // Slow enough to be caught in the middle.
  mail.judge = () => new Promise((later) => setTimeout(() => later(null), 80));
  environment = {
    ...cmsEnvironment(dataDir),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mail.port),
    SMTP_TLS: 'none',
    SMTP_USER: MAIL_USER,
    SMTP_PASSWORD: MAIL_PASSWORD,
    MAIL_FROM: 'notices@wangchuan.example',
  };
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await mail.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Cms {
  child: ChildProcess;
  do<T>(act: string, of?: object): Promise<T>;
}

/** A CMS in a process of its own, on the same database as the others. */
async function serve(): Promise<Cms> {
  const child = fork(path.join(import.meta.dirname, 'serve-cms.mjs'), { env: { ...process.env, ...environment }, execArgv: [], silent: true });
  children.push(child);
  let printed = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (printed += String(chunk)));
  const waiting = new Map<number, { done(value: never): void; failed(error: Error): void }>();
  let next = 0;
  await new Promise<void>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`The CMS ended with ${code}:\n${printed}`)));
    child.on('message', ({ id, value, error }: { id: number; value?: never; error?: string }) => {
      if (id === 0) return ready();
      if (error) waiting.get(id)!.failed(new Error(error));
      else waiting.get(id)!.done(value as never);
    });
  });
  return {
    child,
    do: (act, of = {}) =>
      new Promise((done, failed) => {
        const id = ++next;
        waiting.set(id, { done: done as (value: never) => void, failed });
        child.once('exit', () => failed(new Error('killed')));
        child.send({ id, act, ...of });
      }),
  };
}

/** Only PostgreSQL is shared by two processes at once; on SQLite the second is the first one started again. */
const isShared = Boolean(process.env.DATABASE_URL);

test('a process is killed while it sends: no notice is lost, none is told in two messages', async () => {
  const first = await serve();
  let second = isShared ? await serve() : first;
  const people = await first.do<number[]>('people', { count: PEOPLE });
  const told: string[] = [];
  const tellAll = async (cms: Cms, offset: number) => {
    for (let index = offset; index < PEOPLE; index += 2) {
      const title = `第 ${index} 件`;
      await cms.do('tell', { user: people[index], title }).then(() => told.push(title), () => undefined);
    }
  };
  await Promise.all([tellAll(first, 0), tellAll(second, 1)]);
  expect(told).toHaveLength(PEOPLE);

  while (mail.arrived.length < 12) await new Promise((later) => setTimeout(later, 10));
  first.child.kill('SIGKILL');
  await new Promise((ended) => first.child.once('exit', ended));
  expect(mail.arrived.length).toBeLessThan(PEOPLE);
  if (!isShared) second = await serve();
  await second.do('expire');
  const titles = () => new Set(mail.arrived.map(({ headers }) => headers.subject!.replace('【明窗】等您审核：', '')));
  for (let tries = 0; titles().size < PEOPLE && tries < 600; tries++) await new Promise((later) => setTimeout(later, 50));

  expect(told.filter((title) => !titles().has(title))).toEqual([]);
  const ids = mail.arrived.map(({ headers }) => headers['x-mingchuang-delivery']);
  // A letter comes twice only when it was under way at the kill, and then under the same id.
  expect(new Set(ids).size).toBe(PEOPLE);
  expect(ids.length - PEOPLE).toBeLessThanOrEqual(AT_ONCE);
  for (let tries = 0; tries < 100; tries++) {
    const states = await second.do<{ state: string }[]>('states');
    if (states.every(({ state }) => state === 'sent')) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('A delivery was not settled');
}, 180_000);
