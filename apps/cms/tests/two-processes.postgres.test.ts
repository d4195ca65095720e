import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FeedLine } from '@mingchuang/content/feed';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { FEED_TOKEN, GATEWAY_TOKEN, type Session, signIn } from './boot';
import { type ServedCms, serveCms, untilHealthy } from './served-cms';

const MANAGER = '/content-manager/collection-types';
/** Articles each process publishes, and how many at a time. */
const EACH = 12;
const AT_ONCE = 4;

const dataDir = mkdtempSync(join(tmpdir(), 'cms-two-'));
let both: ServedCms[] = [];
let sessions: Session[];
const url = Object.assign(new URL(process.env.DATABASE_URL!), { pathname: '/two_processes' }).href;
const database = new Client({ connectionString: url });

beforeAll(async () => {
  mkdirSync(join(dataDir, 'uploads'));
  const server = new Client({ connectionString: process.env.DATABASE_URL });
  await server.connect();
  await server.query('create database two_processes template template0');
  await server.end();
  await database.connect();
  // At the same moment, on an empty database.
  both = await Promise.all([serveCms(dataDir, { DATABASE_URL: url }), serveCms(dataDir, { DATABASE_URL: url })]);
  await Promise.all(both.map(untilHealthy));
  sessions = await Promise.all(both.map((cms) => signIn(cms as never, 'admin@example.cn')));
}, 180_000);
afterAll(async () => {
  await Promise.all(both.map((cms) => cms.stop()));
  await database.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const rows = async (sql: string) => (await database.query(sql)).rows;
const made = async (session: Session, type: string, data: object): Promise<string> => {
  const call = async (path: string, body: object) => {
    const answer = await session.call('POST', `${MANAGER}/api::${type}.${type}${path}`, body);
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data;
  };
  const { documentId } = await call('', data);
  await call(`/${documentId}/actions/publish`, {});
  return documentId;
};
const to = (documentId: string) => ({ connect: [{ documentId }] });

async function read(cms: ServedCms, address: string): Promise<FeedLine[]> {
  const response = await fetch(`${cms.address}/api/feed/${address}`, { headers: { authorization: `Bearer ${FEED_TOKEN}` } });
  return (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as FeedLine);
}
const articlesOf = (lines: readonly FeedLine[]) =>
  lines.flatMap((line) => (line.kind === 'entry' && line.type === 'article' ? [`${line.documentId} ${line.version}`] : []));

/** Follows the changes like a publisher, asking both processes by turns, until `isOver` and nothing is left. */
async function follow(start: { epoch: string; sequence: number }, isOver: () => boolean) {
  const seen: string[] = [];
  const sequences = [start.sequence];
  for (let turn = 0; ; turn++) {
    const last = isOver();
    const lines = await read(both[turn % 2]!, `changes?epoch=${start.epoch}&after=${sequences.at(-1)}`);
    const end = lines.at(-1)!;
    if (end.kind !== 'end') throw new Error(`The answer ended with ${end.kind}`);
    seen.push(...articlesOf(lines));
    if (end.sequence > sequences.at(-1)!) sequences.push(end.sequence);
    else if (last) return { seen, sequences };
  }
}

test('two processes that boot at once on an empty database make everything once', async () => {
  for (const [table, key] of [
    ['admin_roles', 'code'],
    ['i18n_locale', 'code'],
    ['strapi_api_tokens', 'name'],
    ['strapi_webhooks', 'name'],
    ['feed_migrations', 'name'],
    ['cases_migrations', 'name'],
    ['strapi_migrations_internal', 'name'],
    ['admin_users', 'email'],
  ]) {
    expect(await rows(`select ${key} from ${table} group by ${key} having count(*) > 1`), table).toEqual([]);
  }
  expect(await rows('select * from feed_state')).toHaveLength(1);
  expect(both.filter((cms) => cms.printed().includes('正在等待另一个后台进程启动完毕'))).toHaveLength(1);
});

test('a reader misses no change and reads none twice while both publish', async () => {
  const [first] = sessions as [Session, Session];
  const site = await made(first, 'site', { title: '望川市人民政府', shortName: '望川市', domain: 'www.wangchuan.example', siteCode: '0000000000', theme: 'blue', sponsor: '望川市人民政府办公室' });
  const agency = await made(first, 'agency', { title: '市水务局', code: 'water', acceptsCases: true, site: to(site) });
  const column = await made(first, 'column', { title: '要闻', slug: 'yaowen', kind: 'articles', columnType: 'news', updateClass: 'dynamic', site: to(site), description: '要闻', keywords: '要闻' });

  // Between its number and its commit a change may wait for the disk: here so long that the next one could overtake it.
  await database.query(`
    create function wait_for_the_disk() returns trigger language plpgsql as $$ begin perform pg_sleep(random() * 0.2); return null; end $$;
    create trigger slow after insert on feed_changes execute function wait_for_the_disk();`);

  const [head, ...known] = await read(both[0]!, 'export');
  const { epoch } = head as { epoch: string };
  const { sequence } = known.at(-1) as { sequence: number };
  let isOver = false;
  const reader = follow({ epoch, sequence }, () => isOver);
  const writers = sessions.flatMap((session, process) =>
    Array.from({ length: AT_ONCE }, async (_, writer) => {
      for (let index = 0; index < EACH / AT_ONCE; index++) {
        await made(session, 'article', { title: `消息 ${process}-${writer}-${index}`, body: '<p>正文</p>', column: to(column), agency: to(agency) });
      }
    }),
  );
  await Promise.all(writers);
  isOver = true;
  const { seen, sequences } = await reader;
  await database.query('drop trigger slow on feed_changes');

  const live = articlesOf(await read(both[1]!, 'export'));
  expect(live).toHaveLength(2 * EACH);
  // What became visible behind the reader's back would be missing.
  expect([...seen].sort()).toEqual([...live].sort());
  expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  expect(await rows('select path from feed_addresses group by path having count(*) > 1')).toEqual([]);
}, 120_000);

describe('numbers of cases', () => {
  const file = (cms: ServedCms, number: string, code: string) =>
    fetch(`${cms.address}/api/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${GATEWAY_TOKEN}` },
      body: JSON.stringify({
        kind: 'letter',
        number,
        code,
        receivedAt: '2026-11-09T01:20:00.000Z',
        suspicion: 0,
        submission: { purpose: 'help', agency: 'water', title: '门前水管漏水', body: '门前水管已经漏了三天，请尽快修理。', name: '欧阳晓梅', phone: '13900000000', mayPublish: true },
      }),
    });
  const numbers = Array.from({ length: 40 }, (_, index) => `20261109-${[...String(10_000 + index)].map((digit) => 'ABCDEFGHJK'[Number(digit)]).join('')}A`);

  test('are given to one letter only, whichever process takes it', async () => {
    const answers = await Promise.all(numbers.flatMap((number) => [file(both[0]!, number, '23456789'), file(both[1]!, number, '98765432')]));
    const taken = numbers.map((_, index) => [answers[2 * index]!.status, answers[2 * index + 1]!.status].sort());
    expect(taken).toEqual(numbers.map(() => [200, 400]));
    const stored = await rows(`select count(*)::int as cases, count(distinct number)::int as numbers from cases`);
    expect(stored).toEqual([{ cases: 40, numbers: 40 }]);
  });

  test('bring the same answer when one letter comes to both processes', async () => {
    const number = '20261110-ABCDEF';
    const answers = await Promise.all([file(both[0]!, number, '23456789'), file(both[1]!, number, '23456789')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await rows(`select event from case_steps join cases on cases.id = case_id where number = '${number}' order by case_steps.id`)).toEqual([
      { event: 'file' },
      { event: 'assign' },
    ]);
  });
});
