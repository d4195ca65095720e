/**
 * Measures moves and the desk with 50,000 documents in the database, 20,000 of them under way.
 *
 *     npx tsx packages/review/bench/review.ts [documents] [--postgres]
 *
 * Budgets on two cores: each move 150 ms, the desk with its counts and first list 1 s. Needs `apps/cms/dist` and the
 * plugins' servers to be built.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';

import { findPostgres, startPostgres } from '../../../scripts/steps/postgres.mjs';
import { ARTICLE, buildCity, type City, writeArticle } from '../tests/city.ts';
import { type Person, startCms, type TestCms } from '../tests/cms.ts';

const COUNT = Number(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 50_000);
const ROUNDS = 15;
const BATCH = 500;
const TEXT = '市政府召开专题会议，研究部署全市公共交通发展和便民服务工作，要求各部门加强协作，确保各项措施落到实处。';
const BUDGETS = { move: 150, desk: 1000 };

type Sql = TestCms['strapi']['db']['connection'];
const require = createRequire(path.resolve(import.meta.dirname, '../../../apps/cms/package.json'));
const { insertDocuments } = require('./dist/src/import/document-rows.js') as {
  insertDocuments(
    strapi: object,
    sql: Sql,
    uid: string,
    documents: object[],
    how: object,
  ): Promise<{ documentId: string }[]>;
};

async function main(): Promise<void> {
  const postgres = process.argv.includes('--postgres') ? await usePostgres() : undefined;
  const cms = await startCms();
  cms.strapi.log.level = 'error';
  const city = await buildCity(cms);
  const started = performance.now();
  await fill(cms, city);
  console.log(
    `${COUNT} documents and their editions written in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );

  const moves = await measureMoves(city);
  for (const [move, times] of moves) report(move, times, BUDGETS.move);
  const desk: Taken[] = [];
  for (const person of [city.author, city.reviewer, city.signer, city.administrator]) {
    for (let round = 0; round < 5; round++) desk.push(await time(() => openDesk(person)));
  }
  report('工作台', desk, BUDGETS.desk);
  await cms.stop();
  await postgres?.stop();
  const areQuick = [...moves.values()].every((times) => median(times, 'wall') <= BUDGETS.move);
  process.exit(areQuick && Math.max(...desk.map(({ wall }) => wall)) <= BUDGETS.desk ? 0 : 1);
}

/** Starts a PostgreSQL server and has the CMS use it. */
async function usePostgres(): Promise<{ stop(): Promise<void> }> {
  const { url, bin, stop } = await startPostgres(await findPostgres());
  execFileSync(path.join(bin, 'createdb'), [`--maintenance-db=${url}`, '--template=template0', 'bench']);
  process.env.DATABASE_URL = Object.assign(new URL(url), { pathname: '/bench' }).href;
  process.env.FIRST_START_FOLDER = mkdtempSync(path.join(tmpdir(), 'mc-review-bench-'));
  return { stop };
}

/** Published documents, and for two of five an edition that is somewhere on its way. */
async function fill(cms: TestCms, city: City): Promise<void> {
  const { strapi } = cms;
  const rowsOf = (uid: string, documentId: string) =>
    strapi.db.query(uid as never).findMany({ where: { documentId } } as never) as unknown as Promise<
      { id: number; publishedAt: unknown }[]
    >;
  const target = async (uid: string, documentId: string) => {
    const rows = await rowsOf(uid, documentId);
    return {
      draft: rows.filter(({ publishedAt }) => !publishedAt).map(({ id }) => id),
      published: rows.filter(({ publishedAt }) => publishedAt).map(({ id }) => id),
    };
  };
  const agencies = [city.agency, city.otherAgency];
  const places = await Promise.all(
    agencies.map(async (agency) => ({
      agency: await target('api::agency.agency', agency),
      column: await target('api::column.column', city.news),
    })),
  );
  const feed = strapi.plugin('feed').service('feed') as unknown as {
    adopt(uid: string, ids: readonly string[]): Promise<void>;
  };
  for (let from = 0; from < COUNT; from += BATCH) {
    const which = (from / BATCH) % agencies.length;
    const documents = Array.from({ length: BATCH }, (_, index) => ({
      data: { title: `第 ${from + index} 号消息`, body: `<p>${TEXT}</p>`.repeat(10) },
      relations: places[which]!,
    }));
    await strapi.db.transaction(async ({ trx }) => {
      const written = await insertDocuments(strapi, trx as unknown as Sql, ARTICLE, documents, {
        publish: true,
        now: new Date(),
        locale: 'zh-Hans',
      });
      await feed.adopt(
        ARTICLE,
        written.map(({ documentId }) => documentId),
      );
      await openEditions(trx as unknown as Sql, city, { written, agency: agencies[which]!, from });
    });
  }
}

const STATES = ['drafting', 'reviewing', 'reviewing', 'returned', 'reviewing'] as const;

async function openEditions(
  sql: Sql,
  city: City,
  { written, agency, from }: { written: { documentId: string }[]; agency: string; from: number },
): Promise<void> {
  const stages = JSON.stringify(
    ['初审', '复审', '签发'].map((name, index) => ({
      name,
      roles: [index < 2 ? 'reviewer' : 'signer'],
      users: [],
      countersign: 'any',
      days: 1,
    })),
  );
  const now = new Date();
  const some = written.filter((_, index) => index % 5 < 2);
  for (let start = 0; start < some.length; start += 40) {
    const rows = some.slice(start, start + 40).map(({ documentId }, index) => {
      const number = from + start + index;
      const at = new Date(now.getTime() - (number % 96) * 3_600_000).toISOString();
      return {
        uid: ARTICLE,
        document_id: documentId,
        locale: 'zh-Hans',
        open_key: `${ARTICLE}:${documentId}:zh-Hans`,
        state: STATES[number % STATES.length],
        round: 1,
        stage: number % 3,
        title: `第 ${number} 号消息`,
        agency,
        fingerprint: 'bench',
        flow: stages,
        opened_at: at,
        changed_at: at,
        submitted_by: city.author.id,
        submitted_at: at,
        due_at: new Date(Date.parse(at) + 86_400_000).toISOString(),
      };
    });
    const ids = (await sql('review_editions').insert(rows).returning(['id', 'state', 'stage'])) as {
      id: number;
      state: string;
      stage: number;
    }[];
    await sql('review_contributors').insert(ids.map(({ id }) => ({ edition: id, person: city.author.id })));
    const seats = ids
      .filter(({ state }) => state === 'reviewing')
      .map(({ id, stage }) => ({ edition: id, seat: stage < 2 ? 'role:reviewer' : 'role:signer' }));
    if (seats.length > 0) await sql('review_seats').insert(seats);
  }
}

/** Real articles go the whole way, over HTTP, as the admin sends it. The last step publishes. */
async function measureMoves(city: City): Promise<Map<string, Taken[]>> {
  const way = [
    [city.author, 'submit', '送审'],
    [city.reviewer, 'claim', '领取'],
    [city.reviewer, 'approve', '初审通过'],
    [city.secondReviewer, 'approve', '复审通过'],
    [city.signer, 'approve', '签发并发布'],
  ] as const;
  const times = new Map<string, Taken[]>(way.map(([, , label]) => [label, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const article = await writeArticle(city, { title: `路线 ${round}`, body: `<p>${TEXT}</p>`.repeat(16) });
    for (const [person, move, label] of way) times.get(label)!.push(await time(() => article.move(person, move)));
  }
  return times;
}

async function openDesk(person: Person): Promise<void> {
  const [counts, list] = await Promise.all([
    person.call('GET', '/review/desk/counts'),
    person.call('GET', '/review/desk/waiting'),
  ]);
  if (counts.status !== 200 || list.status !== 200)
    throw new Error(`The desk answered ${counts.status} and ${list.status}`);
}

/** What something took, ms: on the clock, and of the processor in this process, which other programs do not lengthen. */
interface Taken {
  wall: number;
  cpu: number;
}

async function time(work: () => Promise<unknown>): Promise<Taken> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - started, cpu: (user + system) / 1000 };
}

const sorted = (times: readonly Taken[], by: keyof Taken) => times.map((one) => one[by]).sort((a, b) => a - b);
const median = (times: readonly Taken[], by: keyof Taken) => sorted(times, by)[Math.floor(times.length / 2)]!;

function report(what: string, times: readonly Taken[], budget: number): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const most = sorted(times, 'wall')[Math.floor(times.length * 0.95)]!;
  console.log(
    `${what}: median ${ms(median(times, 'wall'))}, 95 of 100 within ${ms(most)}, budget ${ms(budget)}; ` +
      `${ms(median(times, 'cpu'))} of the processor, load ${loadavg()[0]!.toFixed(1)}`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
