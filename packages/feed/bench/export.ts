/**
 * Measures the export of 10,000 articles over HTTP, and the publication of one more to its nudge.
 *
 *     npx tsx packages/feed/bench/export.ts [documents]
 *
 * Budget: 3,000 entries a second on two cores. Needs `apps/cms/dist` and the plugins' servers to be built.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:http';

import { documents, seedCity, startCms, type TestCms } from '../tests/cms.ts';

const COUNT = Number(process.argv[2] ?? 10_000);
const PORT = 21338;
const TEXT = '市政府召开专题会议，研究部署全市公共交通发展和便民服务工作，要求各部门加强协作，确保各项措施落到实处。';

async function main(): Promise<void> {
  const nudged = { at: 0 };
  const publisher = createServer((_, response) => {
    nudged.at = performance.now();
    response.writeHead(202).end();
  }).listen(PORT, '127.0.0.1');
  const cms = await startCms({ PUBLISHER_URL: `http://127.0.0.1:${PORT}`, NUDGE_SECRET: 'bench bench bench' });
  const city = await seedCity(cms);
  const { documentId } = await documents(cms, 'article').create({
    data: {
      title: '样稿',
      column: city.news,
      agency: city.agency,
      alsoIn: [city.policies],
      body: `<h2>一、总体情况</h2>${`<p>${TEXT}</p>`.repeat(16)}`,
      audiences: ['citizen'],
      disclosure: { indexNumber: '990000001/2026-00001', openness: 'proactive' },
    },
    status: 'published',
  });

  const copied = await measure(() => multiply(cms, documentId));
  report('rows written', COUNT, copied.seconds);
  const adopted = await measure(async () => {
    for (let start = 0; start < copied.result.length; start += 200)
      await cms.feed.adopt('api::article.article', copied.result.slice(start, start + 200));
  });
  report('documents adopted', COUNT, adopted.seconds);

  const tokens = cms.strapi.service('admin::api-token') as unknown as {
    create(data: object): Promise<{ accessKey: string }>;
  };
  const { accessKey } = await tokens.create({
    name: 'bench',
    description: '',
    type: 'custom',
    lifespan: null,
    permissions: ['plugin::feed.feed.export', 'plugin::feed.feed.changes'],
  });
  const get = async (path: string) =>
    (await fetch(`${cms.url}/api/feed/${path}`, { headers: { authorization: `Bearer ${accessKey}` } })).text();
  for (let run = 0; run < 3; run++) {
    const { result, seconds } = await measure(() => get('export'));
    report(`entries exported (${(result.length / 1e6).toFixed(1)} MB)`, result.split('\n').length - 3, seconds);
  }
  const head = await cms.feed.head();
  const changes = await measure(() => get(`changes?epoch=${head.epoch}&after=${head.sequence - 1000}`));
  report('changes read', 1000, changes.seconds);

  for (let run = 0; run < 3; run++) {
    nudged.at = 0;
    const begun = performance.now();
    await documents(cms, 'article').publish({ documentId });
    const published = performance.now();
    while (!nudged.at) await new Promise((resolve) => setTimeout(resolve, 1));
    console.log(
      `publish ${(published - begun).toFixed(1)} ms, nudge after another ${(nudged.at - published).toFixed(1)} ms`,
    );
  }
  publisher.close();
  await cms.stop();
}

/** Copies the draft and the published row of one article, as an importer would write them. */
async function multiply({ strapi }: TestCms, source: string): Promise<string[]> {
  const sql = strapi.db.connection;
  const ids: string[] = [];
  const rows = (await sql('articles').where({ document_id: source }).orderBy('published_at')) as Record<
    string,
    unknown
  >[];
  const links = ['column', 'agency', 'also_in'].map((name) => `articles_${name}_lnk`);
  const components = 'articles_cmps';
  const stored = await Promise.all(
    [...links, components].map(async (table) => ({
      table,
      own: table === components ? 'entity_id' : 'article_id',
      rows: (await sql(table)) as Record<string, unknown>[],
    })),
  );
  for (let start = 0; start < COUNT; start += 250) {
    await sql.transaction(async (trx) => {
      for (let index = start; index < Math.min(start + 250, COUNT); index++) {
        const id = Array.from({ length: 24 }, () => randomInt(36).toString(36)).join('');
        ids.push(id);
        for (const { id: old, ...row } of rows) {
          const unique = {
            document_id: id,
            title: `第 ${index} 条：${TEXT.slice(index % 20, 28)}`,
            path: null,
            public_id: null,
          };
          const [{ id: added }] = (await trx('articles')
            .insert({ ...row, ...unique })
            .returning('id')) as { id: number }[] as [{ id: number }];
          for (const { table, own, rows: linked } of stored) {
            const copies = linked
              .filter((link) => link[own] === old)
              .map(({ id: _id, ...link }) => ({ ...link, [own]: added }));
            if (copies.length > 0) await trx(table).insert(copies);
          }
        }
      }
    });
  }
  return ids;
}

async function measure<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - begun) / 1000 };
}

function report(what: string, count: number, seconds: number): void {
  console.log(
    `${count.toLocaleString('en')} ${what} in ${seconds.toFixed(2)} s: ${Math.round(count / seconds).toLocaleString('en')}/s`,
  );
}

void main();
