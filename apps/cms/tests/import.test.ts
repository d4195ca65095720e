import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ImportReport } from '../src/import/import-report';
import { parseMapping } from '../src/import/mapping';
import { readNdjson } from '../src/import/sources/ndjson';
import { bootCms, type RunningCms } from './boot';

type Row = Record<string, unknown>;

// The compiled importer: it must meet the same Strapi as the running CMS.
const { importRows } = createRequire(import.meta.url)('../dist/src/import/import-rows.js') as typeof import('../src/import/import-rows');

const MAPPING = parseMapping(
  JSON.stringify({
    type: 'policy-document',
    key: ['url'],
    fields: {
      title: 'title',
      issuer: 'issuer',
      documentNumber: 'number',
      writtenOn: { from: 'written', as: 'date' },
      publishedOn: { from: 'published', as: 'date' },
      audiences: { from: 'audiences', as: 'list' },
      'disclosure.indexNumber': 'index',
    },
    relations: { column: { find: { path: '/zhengce/' } }, agency: { from: 'office', by: 'title' } },
    body: { from: 'html', format: 'html', repeated: ['title'] },
  }),
);

const row = (n: number, more: Row = {}): Row => ({
  url: `/old/${n}.html`,
  title: `关于第 ${n} 段河道清淤的通知`,
  issuer: '望川市水务局',
  number: `望水〔2020〕${n}号`,
  written: '2020年3月2日',
  published: '2020-03-05',
  audiences: 'citizen;rural',
  index: `0001/2020-${n}`,
  office: '市水务局',
  html: `<p>关于第 ${n} 段河道清淤的通知</p><p><b>一、时间</b></p><p>三月十日起。</p>`,
  ...more,
});

describe('importing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  let cms: RunningCms;
  let city: { site: string; column: string; agency: string };

  const documents = (type: string) =>
    cms.strapi.documents(`api::${type}.${type}` as never) as unknown as Record<'create' | 'publish' | 'findMany', (options: object) => Promise<Row>>;
  const publish = async (type: string, data: Row) => {
    const { documentId } = await documents(type).create({ data });
    await documents(type).publish({ documentId });
    return documentId as string;
  };
  const runImport = async (rows: Row[], { dryRun = false, mapping = MAPPING } = {}): Promise<{ report: ImportReport; problems: string[] }> => {
    const file = join(folder, `${Math.random()}.ndjson`);
    writeFileSync(file, rows.map((value) => JSON.stringify(value)).join('\n'));
    const problems: string[] = [];
    const report = await importRows(readNdjson(file), {
      strapi: cms.strapi,
      mapping,
      dryRun,
      now: new Date(),
      onProblem: (_row, list) => void problems.push(...list.map(({ field, message }) => `${field}：${message}`)),
    });
    return { report, problems };
  };
  const sql = () => cms.strapi.db.connection;

  beforeAll(async () => {
    cms = await bootCms();
    const site = await publish('site', { title: '望川市人民政府门户网站', shortName: '望川市人民政府', domain: 'www.wangchuan.example', siteCode: '9900000001', sponsor: '市政府办' });
    const column = await publish('column', { title: '政策', slug: 'zhengce', site, kind: 'policies', columnType: 'policies', updateClass: 'policy', description: '政策', keywords: '政策' });
    const agency = await publish('agency', { title: '市水务局', code: 'shuiwu', site });
    city = { site, column, agency };
  });
  afterAll(async () => {
    await cms.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Rows of a document in every table that holds a part of it, without what differs by nature. */
  async function rowsOf(documentId: string): Promise<unknown> {
    const differs = ['id', 'document_id', 'created_at', 'updated_at', 'published_at', 'path', 'public_id', 'title', 'document_number'];
    const bare = (values: Row) => Object.fromEntries(Object.entries(values).filter(([name]) => !differs.includes(name)));
    const rows: Row[] = await sql()('policy_documents').where({ document_id: documentId }).orderBy('id');
    const states = [...rows].sort((a, b) => Number(Boolean(a.published_at)) - Number(Boolean(b.published_at)));
    return Promise.all(
      states.map(async (state) => {
        const links = (table: string) => sql()(table).where({ policy_document_id: state.id as number });
        const parts: Row[] = await sql()('policy_documents_cmps').where({ entity_id: state.id as number });
        const components: Row[] = await sql()('components_disclosure_disclosures').whereIn('id', parts.map(({ cmp_id }) => cmp_id as number));
        return {
          row: { ...bare(state), isPublished: Boolean(state.published_at) },
          column: (await links('policy_documents_column_lnk')).map((link: Row) => [link.column_id, link.policy_document_ord]),
          agency: (await links('policy_documents_agency_lnk')).map((link: Row) => [link.agency_id, link.policy_document_ord]),
          parts: parts.map(({ component_type, field, order }) => ({ component_type, field, order })),
          components: components.map(({ id: _id, index_number: _number, ...rest }) => rest),
        };
      }),
    );
  }

  test('writes the rows the document service writes', async () => {
    await runImport([row(1)]);
    const imported = (await sql()('policy_documents').where({ document_number: '望水〔2020〕1号' }).first('document_id')) as { document_id: string };
    const byHand = await publish('policy-document', {
      title: '关于第 2 段河道清淤的通知',
      issuer: '望川市水务局',
      documentNumber: '望水〔2020〕2号',
      writtenOn: '2020-03-02',
      publishedOn: '2020-03-05',
      audiences: ['citizen', 'rural'],
      disclosure: { indexNumber: '0001/2020-2' },
      body: '<h2>一、时间</h2>\n<p>三月十日起。</p>',
      column: city.column,
      agency: city.agency,
    });
    expect(await rowsOf(imported.document_id)).toEqual(await rowsOf(byHand));
  });

  test('gives the feed an entry with an address and no invented time', async () => {
    const feed = cms.strapi.plugin('feed').service('feed') as unknown as { export(): AsyncIterable<Row[]> };
    const lines: Row[] = [];
    for await (const page of feed.export()) lines.push(...page);
    const entry = lines.find(({ data }) => (data as Row | undefined)?.documentNumber === '望水〔2020〕1号');
    expect(entry?.data).toMatchObject({ publishedOn: '2020-03-05', path: expect.stringMatching(/^\/zhengce\/202003\/[a-z0-9]{8}\/$/) });
    expect(entry?.data).not.toHaveProperty('firstPublishedAt');
  });

  test('leaves known rows alone and updates those that changed at the source, under the same address', async () => {
    const find = () => sql()('policy_documents').where({ document_number: '望水〔2020〕1号' }).whereNotNull('published_at').first('document_id', 'path', 'issuer');
    const before = (await find()) as Row;
    expect((await runImport([row(1)])).report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect((await runImport([row(1, { issuer: '望川市人民政府' })])).report).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect(await find()).toEqual({ ...before, issuer: '望川市人民政府' });
  });

  test('a dry run tells the same and writes nothing', async () => {
    const count = async () => Number(((await sql()('policy_documents').count('id as n').first()) as Row).n);
    const before = await count();
    expect((await runImport([row(1), row(3)], { dryRun: true })).report).toMatchObject({ rows: 2, created: 1, updated: 1 });
    expect(await count()).toBe(before);
  });

  test('names every problem and imports the rest', async () => {
    const { report, problems } = await runImport([row(4, { office: '市无此局', audiences: 'citizen;everybody' }), row(5), row(5), row(6, { title: '' })]);
    expect(report).toMatchObject({ rows: 4, created: 1, failed: 3 });
    expect(problems).toEqual([
      'agency：没有找到 title 是“市无此局”的内容，请先在后台建好并发布',
      '服务人群：“everybody”不在可选的值里：citizen、business、investor、visitor、overseas-chinese、rural',
      'url：和前面的一行重复',
      '标题：必须填写',
    ]);
  });

  test('finds columns on the site of the agency, and puts nothing on another that the mapping does not name', async () => {
    const district = await publish('site', { title: '临江区人民政府', shortName: '临江区', domain: 'www.linjiang.example', siteCode: '9900000002', sponsor: '区政府办' });
    const column = (title: string, slug: string, site: string) => publish('column', { title, slug, site, kind: 'policies', columnType: 'policies', updateClass: 'policy', description: title, keywords: title });
    const [rules, others] = [await column('规章', 'guizhang', city.site), await column('规章', 'quguizhang', district)];
    const only = await column('区里文件', 'quwenjian', district);
    await publish('agency', { title: '区水务局', code: 'qushuiwu', site: district });
    const into = (title: string, more: object = {}) => ({ ...MAPPING, relations: { ...MAPPING.relations, column: { find: { title }, ...more } } });
    const columnOf = async (number: number) => {
      const [found] = await documents('policy-document').findMany({ filters: { documentNumber: `望水〔2020〕${number}号` }, populate: ['column'] }) as unknown as { column: Row }[];
      return found!.column.documentId;
    };
    const refused = await runImport([row(20)], { mapping: into('区里文件') });
    expect(refused.problems).toEqual([
      'column：“区里文件”是“临江区人民政府”的栏目，而这一行的机构属于“望川市人民政府门户网站”。请换成“望川市人民政府门户网站”的栏目；确实要放到“临江区人民政府”，请在映射的这个关联里写明 site',
    ]);
    await runImport([row(21), row(22, { office: '区水务局' })], { mapping: into('规章') });
    expect([await columnOf(21), await columnOf(22)]).toEqual([rules, others]);
    await runImport([row(23)], { mapping: into('区里文件', { site: { domain: 'www.linjiang.example' } }) });
    expect(await columnOf(23)).toBe(only);
    const nobody = { ...into('规章'), relations: { column: { find: { title: '规章' } } } };
    expect((await runImport([row(24)], { mapping: nobody })).problems).toContain('column：几个站点都有“规章”这个栏目，请在映射的这个关联里写明 site，例如 { "domain": "网站的域名" }');
  });
});
