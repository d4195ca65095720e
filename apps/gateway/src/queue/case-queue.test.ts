import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LetterFiling } from '@mingchuang/content';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startCms } from '../../tests/stand-in-cms.ts';
import { connectCms } from '../cases/cms.ts';
import { openCaseQueue } from './case-queue.ts';
import { startForwarding } from './forward-cases.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mc-queue-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = randomBytes(32);
const filing = (place: number): LetterFiling => ({
  kind: 'letter',
  number: `20261109-ABCDE${'23456789'[place]}`,
  code: 'ABCDEFGH',
  receivedAt: '2026-11-09T02:00:00.000Z',
  submission: { purpose: 'help', agency: '', title: '路灯坏了', body: '人民路的路灯坏了很久', name: '李望', phone: '13800000000', mayPublish: false },
  suspicion: 0,
});
const open = (with_ = key) => openCaseQueue(join(folder, 'queue.db'), with_);

describe('the queue', () => {
  test('keeps filings over a restart, in order, each once', async () => {
    let queue = open();
    await Promise.all([filing(0), filing(1), filing(0)].map((one) => queue.add(one)));
    queue.close();
    queue = open();
    expect(queue.next(9).map((waiting) => queue.open(waiting))).toEqual([filing(0), filing(1)]);
    expect(queue.find(filing(1).number)).toEqual(filing(1));
    queue.close();
  });

  test('holds nothing readable on the disk', async () => {
    const queue = open();
    await queue.add(filing(0));
    const bytes = Buffer.concat(['queue.db', 'queue.db-wal'].map((name) => readFileSync(join(folder, name))));
    for (const secret of [filing(0).submission.name, filing(0).submission.phone, filing(0).submission.title, filing(0).code])
      expect(bytes.includes(secret)).toBe(false);
    queue.close();
  });

  test('does not open what was sealed with another key or for another number', async () => {
    const queue = open();
    await queue.add(filing(0));
    const [waiting] = queue.next(1);
    expect(queue.open({ ...waiting!, number: filing(1).number })).toBeUndefined();
    queue.close();
    const other = open(randomBytes(32));
    expect(other.open(waiting!)).toBeUndefined();
    other.close();
  });

  test('refuses another letter under a number that waits', async () => {
    const queue = open();
    await queue.add(filing(0));
    await expect(queue.add({ ...filing(0), code: 'HGFEDCBA' })).rejects.toThrow('Another filing waits under the number');
    expect(queue.counts()).toEqual({ waiting: 1, aside: 0 });
    queue.close();
  });
});

describe('forwarding', () => {
  test('goes on after a filing that can never be taken, and stops at once while the CMS is away', async () => {
    const cms = await startCms();
    const queue = open();
    const other = open(randomBytes(32));
    await other.add(filing(0));
    await queue.add(filing(1));
    await queue.add(filing(2));
    const forwarder = startForwarding({ queue, cms: connectCms({ url: cms.url, token: 't' }), log: pino({ enabled: false }), firstDelay: 3_600_000 });
    cms.behaviour = 'fails';
    await forwarder.run();
    expect(cms.calls).toHaveLength(1);
    expect(queue.counts()).toEqual({ waiting: 2, aside: 1 });
    cms.behaviour = 'works';
    await forwarder.run();
    expect([...cms.filings.keys()]).toEqual([filing(1).number, filing(2).number]);
    expect(queue.counts()).toEqual({ waiting: 0, aside: 1 });
    await forwarder.close();
    other.close();
    queue.close();
    await cms.close();
  });

  test('repeats by itself with growing pauses', async () => {
    const cms = await startCms();
    cms.behaviour = 'fails';
    const queue = open();
    await queue.add(filing(0));
    const forwarder = startForwarding({ queue, cms: connectCms({ url: cms.url, token: 't' }), log: pino({ enabled: false }), firstDelay: 5, lastDelay: 40 });
    const end = Date.now() + 5000;
    while (cms.calls.length < 3 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    cms.behaviour = 'works';
    while (queue.counts().waiting > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cms.filings.size).toBe(1);
    await forwarder.close();
    queue.close();
    await cms.close();
  });
});
