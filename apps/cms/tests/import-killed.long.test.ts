import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, type RunningCms } from './boot';

type Row = Record<string, unknown>;

const PAGES = 300;
const MAPPING = {
  type: 'article',
  pages: { body: '#zoom', fields: { title: 'h1', date: '.date' } },
  fields: { title: 'title', publishedOn: { from: 'date', as: 'date' } },
  relations: { column: { find: { path: '/yaowen/' } }, agency: { find: { code: 'shuiwu' } } },
  body: {},
};

describe('an import that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-killed-'));
  const site = join(folder, 'site');
  let cms: RunningCms;

  const count = async (table: string) => ((await cms.strapi.db.connection.schema.hasTable(table)) ? Number(((await cms.strapi.db.connection(table).count('id as n').first()) as Row).n) : 0);

  /** The importer as an operator runs it, on the database of this test. */
  function startImport(): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }> } {
    const child = spawn(process.execPath, ['dist/src/import/main.js', site, '--mapping', join(folder, 'mapping.json'), '--report', join(folder, 'report.md')], {
      cwd: resolve(import.meta.dirname, '..'),
      env: process.env,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, ended: new Promise((done) => child.on('close', (code) => done({ code, output }))) };
  }

  beforeAll(async () => {
    cms = await bootCms();
    const publish = async (type: string, data: Row) => {
      const documents = cms.strapi.documents(`api::${type}.${type}` as never) as unknown as Record<'create' | 'publish', (options: object) => Promise<{ documentId: string }>>;
      const { documentId } = await documents.create({ data });
      await documents.publish({ documentId });
      return documentId;
    };
    const city = await publish('site', { title: '望川市人民政府门户网站', shortName: '望川市人民政府', domain: 'www.wangchuan.example', siteCode: '9900000001', sponsor: '市政府办' });
    await publish('column', { title: '要闻', slug: 'yaowen', site: city, kind: 'articles', columnType: 'news', updateClass: 'dynamic', description: '要闻', keywords: '要闻' });
    await publish('agency', { title: '市水务局', code: 'shuiwu', site: city });
    mkdirSync(join(site, 'files'), { recursive: true });
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(MAPPING));
    for (let n = 0; n < PAGES; n += 1) {
      writeFileSync(join(site, 'files', `${n}.txt`), `第 ${n} 段河道的长度是 ${n} 米。`);
      writeFileSync(
        join(site, `t${n}.html`),
        `<h1>第 ${n} 段河道清淤</h1><p class="date">2020-03-05</p><div id="zoom"><p>上一段见<a href="t${(n + 1) % PAGES}.html">这里</a>，长度见附表。</p><p><a href="files/${n}.txt">河段长度.txt</a></p></div>`,
      );
    }
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('goes on when it is run again, and makes nothing twice', { timeout: 240_000 }, async () => {
    const first = startImport();
    let isOver = false;
    void first.ended.then(() => (isOver = true));
    // Between two batches, while the files of the next one are uploaded.
    while (!isOver && ((await count('articles')) === 0 || (await count('files')) < 250)) await wait(20);
    first.child.kill('SIGKILL');
    const { code, output } = await first.ended;
    expect(code, output).toBeNull();
    const [articles, files] = [await count('articles'), await count('files')];
    expect(articles).toBeGreaterThan(0);
    expect(articles).toBeLessThan(2 * PAGES);
    expect(files).toBeGreaterThan(articles / 2);
    expect(await count('redirects')).toBe(0);

    const second = await startImport().ended;
    expect(second.code, second.output).toBe(0);
    expect(second.output).toContain(`已新建 ${PAGES - articles / 2}，已更新 0，没有变化 ${articles / 2}，没有搬来 0`);
    expect(second.output).toContain(`改好站内链接 ${PAGES} 处，建立跳转 ${PAGES} 个`);
    // Every document and redirect has a draft and a published row.
    expect([await count('articles'), await count('files'), await count('redirects')]).toEqual([2 * PAGES, PAGES, 2 * PAGES]);
    const bodies = (await cms.strapi.db.connection('articles').pluck('body')) as string[];
    expect(bodies.filter((body) => /href="entry:article\/\w+"/.test(body))).toHaveLength(2 * PAGES);
  });
});
