import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ImportReport } from '../src/import/import-report';
import { parseMapping } from '../src/import/mapping';
import { bootCms, type RunningCms } from './boot';

type Row = Record<string, any>;

// The compiled importer: it must meet the same Strapi as the running CMS.
const require = createRequire(import.meta.url);
const { importRows } = require('../dist/src/import/import-rows.js') as typeof import('../src/import/import-rows');
const { finishImport } = require('../dist/src/import/finish-import.js') as typeof import('../src/import/finish-import');
const { readSource } = require('../dist/src/import/sources/read-source.js') as typeof import('../src/import/sources/read-source');
const { writeReport } = require('../dist/src/import/report/write-report.js') as typeof import('../src/import/report/write-report');

const SITES = join(import.meta.dirname, 'old-sites');
const NOW = new Date('2026-11-22T02:00:00Z');

describe('moving an old site in whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-sites-'));
  let cms: RunningCms;

  const documents = (type: string) => cms.strapi.documents(`api::${type}.${type}` as never) as unknown as Record<'create' | 'publish' | 'delete', (options: object) => Promise<Row>>;
  const publish = async (type: string, data: Row) => {
    const { documentId } = await documents(type).create({ data });
    await documents(type).publish({ documentId });
    return documentId as string;
  };
  /** What the portal gets of a document. */
  const entries = async (type: string): Promise<Row[]> => {
    const feed = cms.strapi.plugin('feed').service('feed') as unknown as { export(): AsyncIterable<Row[]> };
    const lines: Row[] = [];
    for await (const page of feed.export()) lines.push(...page);
    return lines.filter((line) => line.type === type).map(({ documentId, data }) => ({ documentId, ...data }));
  };
  const entry = async (type: string, title: string): Promise<Row> => {
    const found = (await entries(type)).find((one) => one.title === title);
    if (!found) throw new Error(`${title} did not come along`);
    return found;
  };
  const moveIn = async (source: string, mappingFile: string, { filesFolder = source, dryRun = false } = {}) => {
    const mapping = parseMapping(readFileSync(join(SITES, mappingFile), 'utf8'));
    const problems: string[] = [];
    const onProblem = (row: { place: string }, list: { field: string; message: string }[]) => void problems.push(...list.map(({ field, message }) => `${row.place} ${field}：${message}`));
    const report = await importRows(readSource(source, mapping), { strapi: cms.strapi, mapping, filesFolder, dryRun, now: NOW, onProblem });
    const finish = dryRun ? undefined : await finishImport(cms.strapi, { mapping, now: NOW });
    return { report, finish, problems, remarks: [...report.remarks, ...(finish?.remarks ?? [])].map(({ kind, detail }) => `${kind} ${detail}`) };
  };
  const counts = ({ rows, created, updated, unchanged, failed, skipped }: ImportReport) => ({ rows, created, updated, unchanged, failed, skipped });
  const count = async (table: string) => Number(((await cms.strapi.db.connection(table).count('id as n').first()) as Row).n);

  beforeAll(async () => {
    cms = await bootCms();
    const site = await publish('site', { title: '望川市人民政府门户网站', shortName: '望川市人民政府', domain: 'www.wangchuan.example', siteCode: '9900000001', sponsor: '市政府办' });
    const column = (title: string, slug: string, kind: string, columnType: string) =>
      publish('column', { title, slug, site, kind, columnType, updateClass: 'dynamic', description: title, keywords: title });
    await column('要闻', 'yaowen', 'articles', 'news');
    await column('通知公告', 'tongzhi', 'articles', 'news');
    await column('政策', 'zhengce', 'policies', 'policies');
    await publish('agency', { title: '市水务局', code: 'shuiwu', site });
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('saved pages of a system that wrote GBK', () => {
    const source = join(SITES, 'saved-pages/site');
    const mapping = 'saved-pages/mapping.json';

    test('a plan tells what would happen and writes nothing', async () => {
      const { report } = await moveIn(source, mapping, { dryRun: true });
      expect(counts(report)).toEqual({ rows: 4, created: 4, updated: 0, unchanged: 0, failed: 0, skipped: 2 });
      expect(report).toMatchObject({ redirects: 4, pictures: 2, attachments: 2, targets: { column: { '/tongzhi/': 2, '/yaowen/': 2 } }, unmapped: { column: { 其他: 1 } } });
      expect(await count('articles')).toBe(0);
      expect(await count('files')).toBe(0);
    });

    test('titles, dates, bodies, pictures and attachments come along', async () => {
      const { report, problems } = await moveIn(source, mapping);
      expect(problems).toEqual([]);
      expect(counts(report)).toEqual({ rows: 4, created: 4, updated: 0, unchanged: 0, failed: 0, skipped: 2 });
      const notice = await entry('article', '关于开展青溪河道清淤的通知');
      expect(notice).toMatchObject({ publishedOn: '2020-03-05', source: '望川市水务局', attachments: [{ name: '河道清淤施工报名表.doc', size: 2050 }] });
      expect(notice.path).toMatch(/^\/tongzhi\/202003\//);
      const [, picture] = /src="media:(\w+)"/.exec(notice.body as string)!;
      expect(notice.body).toBe(
        [
          '<p class="addressee">各县人民政府：</p>',
          '<h2>一、时间安排</h2>',
          '<p>清淤自三月十日开始，四月底结束。施工段见下图。</p>',
          `<figure><img src="media:${picture}" alt="青溪清淤施工段：东桥到下游水闸" /></figure>`,
          '<table><thead><tr><th scope="col">河段</th><th scope="col">长度</th></tr></thead><tbody><tr><td>东桥以上</td><td>3公里</td></tr><tr><td>东桥以下</td><td>1公里</td></tr></tbody></table>',
          '<p>附件：1.河道清淤施工报名表.doc</p>',
          '<p class="signature">望川市水务局<br />2020年3月2日</p>',
        ].join('\n'),
      );
    });

    test('a file used twice is one file of the media library', async () => {
      const bodies = [await entry('article', '关于开展青溪河道清淤的通知'), await entry('article', '青溪清淤今天开工')].map(({ body }) => /media:(\w+)/.exec(body as string)![1]);
      expect(bodies[0]).toBe(bodies[1]);
      // The picture, the form and the map.
      expect(await count('files')).toBe(3);
    });

    test('links between pages lead to the documents, whichever came first', async () => {
      const [news, notice, map] = [await entry('article', '青溪清淤今天开工'), await entry('article', '关于开展青溪河道清淤的通知'), await entry('article', '青溪沿线排水图公告')];
      expect(news.body).toContain(`<a href="entry:article/${notice.documentId}">清淤通知</a>`);
      expect(news.body).toContain(`<a href="entry:article/${map.documentId}">排水图公告</a>`);
    });

    test('old addresses lead to the new ones', async () => {
      const notice = await entry('article', '关于开展青溪河道清淤的通知');
      const redirects = await entries('redirect');
      expect(redirects).toHaveLength(4);
      expect(redirects.find(({ from }) => from === '/zwgk/tzgg/202003/t20200305_1201.html')).toMatchObject({ to: notice.path });
    });

    test('files and redirects are the rows the document service writes', async () => {
      const sql = cms.strapi.db.connection;
      const notice = await entry('article', '关于开展青溪河道清淤的通知');
      const [column, agency, form] = await Promise.all([
        sql('columns').where({ slug: 'tongzhi' }).first('document_id'),
        sql('agencies').where({ code: 'shuiwu' }).first('document_id'),
        sql('files').where({ document_id: notice.attachments[0].id }).first('id'),
      ]);
      const byHand = await publish('article', { title: '手工录入', body: notice.body, source: notice.source, publishedOn: '2020-03-05', column: column.document_id, agency: agency.document_id, attachments: [form.id] });
      const rowsOf = async (documentId: string) => {
        const states: Row[] = await sql('articles').where({ document_id: documentId }).orderBy('published_at');
        const files = (id: number) => sql('files_related_mph').where({ related_id: id, related_type: 'api::article.article' }).select('file_id', 'field', 'order');
        const bare = ({ id: _id, document_id: _document, created_at: _c, updated_at: _u, published_at: published, path: _p, public_id: _i, title: _t, ...rest }: Row) => ({ ...rest, published: Boolean(published) });
        return Promise.all(states.map(async (state) => ({ row: bare(state), files: await files(state.id as number) })));
      };
      expect(await rowsOf(notice.documentId)).toEqual(await rowsOf(byHand));

      const [imported] = await entries('redirect');
      const site = await sql('sites').first('document_id');
      const other = await publish('redirect', { from: '/by-hand.html', to: imported!.to, note: '导入旧网站时自动建立', site: site.document_id });
      const redirectRows = async (documentId: string) => {
        const states: Row[] = await sql('redirects').where({ document_id: documentId }).orderBy('published_at');
        return Promise.all(states.map(async ({ id, to, note, locale, published_at: published }) => ({ to, note, locale, published: Boolean(published), site: await sql('redirects_site_lnk').where({ redirect_id: id }).pluck('site_id') })));
      };
      expect(await redirectRows(imported!.documentId)).toEqual(await redirectRows(other));
      await documents('article').delete({ documentId: byHand });
      await documents('redirect').delete({ documentId: other });
    });

    test('a second run changes nothing and reports again what a person must settle', async () => {
      const before = [await count('articles'), await count('files'), await count('redirects')];
      const { report, finish, remarks } = await moveIn(source, mapping);
      expect(counts(report)).toEqual({ rows: 4, created: 0, updated: 0, unchanged: 4, failed: 0, skipped: 2 });
      expect(finish).toMatchObject({ links: 0, redirects: 0 });
      expect([await count('articles'), await count('files'), await count('redirects')]).toEqual(before);
      expect(remarks.sort()).toEqual([
        'layout-table 1 个表格已拆开',
        'missing-alternative /zwgk/tzgg/202003/W020200305.PNG',
        'missing-attachment 改造方案.doc（/upload/no-such.doc）',
        'missing-picture lost.jpg',
        'only-attachment 青溪沿线排水图.pdf',
        'personal-data 手机号 138******23',
        'skipped-page 没有找到正文（#zoom、.content）',
        'skipped-page 没有找到正文（#zoom、.content）',
        'unknown-date publishedOn 是空的（来自 date）',
        'unknown-link 两年前的公告（/zwgk/2018/t1.html）',
      ]);
    });

    test('the report lists them in Chinese, each kind with its remedy', async () => {
      const { report, finish } = await moveIn(source, mapping);
      const text = writeReport([{ source: 'site', report }], finish, NOW);
      expect(text).toContain('| site | 4 | 0 | 0 | 4 | 0 | 2 | 2 | 2 |');
      expect(text).toContain('## 找不到的图片（1）\n\n把文件放回旧网站的文件夹再导入一次，或在后台补上图片。\n\n- 《老城区排水口改造图文》：lost.jpg（qita/tuwen.htm）');
      expect(text).toContain('## 没有对应上的旧分类\n\n在映射的 relations 里用 map 给它们找到栏目，再导入一次。\n\n- 其他：1 条（column）');
    });
  });

  describe('a table with files beside it', () => {
    const files = join(SITES, 'table-export/upload');

    test('a GB18030 table comes along with line breaks in its cells, and its mistakes are named', async () => {
      const { report, problems, remarks } = await moveIn(join(SITES, 'table-export/信息.csv'), 'table-export/mapping.json', { filesFolder: files });
      expect(counts(report)).toEqual({ rows: 4, created: 3, updated: 0, unchanged: 0, failed: 1, skipped: 0 });
      expect(problems).toEqual(['第 7 行 writtenOn：“2021年13月1日”不是日期，请写成 2026-11-22 或 2026年11月22日']);
      expect(remarks).toContain('missing-attachment 停车/没有的.pdf');
      expect(remarks).toContain('refused-redirect /show.asp?id=3：网址带参数（? 后面的部分），跳转只看路径');
      const [rule, price] = [await entry('policy-document', '望川市停车管理办法'), await entry('policy-document', '停车收费标准')];
      expect(rule).toMatchObject({ documentNumber: '望政发〔2021〕8号', writtenOn: '2021-06-01', publishedOn: '2021-06-08', attachments: [{ name: '收费表.csv' }] });
      expect(rule.body).toContain(`<a href="entry:policy-document/${price.documentId}">收费标准</a>`);
      expect(price.body).toMatch(/<figure><img src="media:\w+" alt="收费标准示意：白天每小时三元，夜间每次五元" \/><\/figure>/);
      expect(price.attachments[0].id).toBe(rule.attachments[0].id);
      expect(await entry('policy-document', '夜间停车公告（带"引号"）')).toMatchObject({ publishedOn: '2021-07-01' });
    });

    test('the same table as a workbook, with real dates, is the same', async () => {
      const workbook = new Workbook();
      workbook.addWorksheet('说明').addRow(['这张表不导入']);
      const sheet = workbook.addWorksheet('信息');
      sheet.addRow(['望川市政府文件汇总']);
      sheet.addRow(['编号', '标题', '文号', '成文日期', '发布日期', '分类', '正文', '附件', '网址']);
      sheet.addRow([2, '停车收费标准', '望发改〔2021〕15号', new Date('2021-06-03T00:00:00Z'), new Date('2021-06-09T08:30:00Z'), '规范性文件', '<p>依据<a href="http://www.wangchuan-old.example/info/show-1.html">管理办法</a>，白天每小时三元。</p><p><img src="/upload/停车/biao.gif" alt="收费标准示意：白天每小时三元，夜间每次五元"></p>', '停车/收费表.csv', 'http://www.wangchuan-old.example/info/show-2.html']);
      const file = join(folder, '信息.xlsx');
      await workbook.xlsx.writeFile(file);
      const mapping = { ...parseMapping(readFileSync(join(SITES, 'table-export/mapping.json'), 'utf8')), sheet: '信息' };
      const { report } = { report: await importRows(readSource(file, mapping), { strapi: cms.strapi, mapping, filesFolder: files, dryRun: true, now: NOW, onProblem: (_row, problems) => { throw new Error(problems.map(({ message }) => message).join()); } }) };
      expect(counts(report)).toEqual({ rows: 1, created: 0, updated: 0, unchanged: 1, failed: 0, skipped: 0 });
    });
  });

  describe('a folder of documents and Markdown', () => {
    test('comes along with titles, dates of the file names, lists, tables, pictures and links', async () => {
      const { report, problems, remarks } = await moveIn(join(SITES, 'office-files/site'), 'office-files/mapping.json');
      expect(counts(report)).toEqual({ rows: 5, created: 4, updated: 0, unchanged: 0, failed: 1, skipped: 0 });
      expect(problems).toEqual([expect.stringMatching(/^动态\/坏文件\.docx ：打不开这个文件/)]);
      const [market, plan] = [await entry('article', '东桥夜市开市'), await entry('article', '夜市垃圾清运安排')];
      expect(market).toMatchObject({ publishedOn: '2022-05-06' });
      expect(market.body.replace(/media:\w+/, 'media:x')).toBe(
        [
          '<p class="addressee">各摊主：</p>',
          '<h2>一、开市时间</h2>',
          '<p>五月六日起每天十八时开市，摊位见图。</p>',
          '<figure><img src="media:x" alt="东桥夜市摊位图：南侧小吃，北侧百货" /></figure>',
          '<ul><li>小吃区</li><li>百货区</li></ul>',
          '<table><thead><tr><th scope="col">区域</th><th scope="col">摊位</th></tr></thead><tbody><tr><td>南侧</td><td>40个</td></tr><tr><td>北侧</td><td>25个</td></tr></tbody></table>',
          '<p class="signature">东桥街道办事处<br />2022年5月5日</p>',
        ].join('\n'),
      );
      expect(plan).toMatchObject({ publishedOn: '2022-05-08', source: '东桥街道办事处' });
      expect(plan.body).toContain(`<a href="entry:article/${market.documentId}">开市消息</a>`);
      expect(plan.body).toMatch(/<img src="media:\w+" alt="清运路线：从东桥到北站" \/>/);
      expect((await entry('article', '夜市公厕开放时间')).body).toBe(`<p>公厕开放到二十四时，见<a href="entry:article/${plan.documentId}">清运安排</a>。</p>`);
      expect((await entry('article', '无标题样式的通知')).body).toContain('夜市垃圾每晚二十三时清运。');
      expect(remarks.filter((remark) => remark.startsWith('unknown-date'))).toHaveLength(2);
    });
  });
});
