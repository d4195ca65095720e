import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { annualFigures } from '@mingchuang/content/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { parseMapping } from '../src/import/mapping';
import { readNdjson } from '../src/import/sources/ndjson';
import { bootCms, type RunningCms } from './boot';

type Row = Record<string, unknown>;

// The compiled importer: it must meet the same Strapi as the running CMS.
const { importRows } = createRequire(import.meta.url)('../dist/src/import/import-rows.js') as typeof import('../src/import/import-rows');

const folder = mkdtempSync(join(tmpdir(), 'checks-'));
let cms: RunningCms;
let place: { column: string; agency: string };

interface Documents {
  create(params: object): Promise<Row>;
  update(params: object): Promise<Row>;
  publish(params: object): Promise<unknown>;
  findFirst(params: object): Promise<Row | null>;
}
const documents = (type: string) => cms.strapi.documents(`api::${type}.${type}` as never) as unknown as Documents;
const find = (type: string, title: string, status: string) =>
  documents(type).findFirst({ filters: { title }, status, populate: type === 'public-notice' ? ['entries'] : [] });

beforeAll(async () => {
  cms = await bootCms();
  const create = async (type: string, data: Row) => {
    const { documentId } = await documents(type).create({ data });
    await documents(type).publish({ documentId });
    return documentId as string;
  };
  const site = await create('site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const agency = await create('agency', { title: '办公室', code: 'bgs', site });
  const column = await create('column', { title: '公开', slug: 'gongkai', kind: 'annual-reports', site, columnType: 'disclosure-report', description: '公开', keywords: '公开' });
  place = { column, agency };
});
afterAll(async () => {
  await cms?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Imports one row whose fields are those of the type. */
async function runImport(type: string, row: Row) {
  const fields = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, { from: name, as: typeof value === 'object' ? 'json' : typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text' }]),
  );
  const relations = { column: { find: { path: '/gongkai/' } }, agency: { find: { title: '办公室' } } };
  const file = join(folder, 'rows.ndjson');
  writeFileSync(file, JSON.stringify(row));
  const mapping = parseMapping(JSON.stringify({ type, key: ['title'], fields, relations }));
  return importRows(readNdjson(file), { strapi: cms.strapi, mapping, dryRun: false, now: new Date(), onProblem: (_row, problems) => expect(problems).toEqual([]) });
}

/** What an editor is told who writes the same by the document service and publishes. */
async function publish(type: string, data: Row): Promise<string> {
  const { documentId } = await documents(type).create({ data: { ...data, ...place } });
  return documents(type).publish({ documentId }).then(
    () => '',
    (error: Error) => error.message,
  );
}

const NOTICE = {
  kind: 'funds',
  startsOn: '2026-11-01',
  endsOn: '2026-11-07',
  expiresOn: '2026-12-07',
  body: '<p>陈小明，身份证110101199003074518，电话13812345678。</p>',
  entries: [{ name: '陈小明', subject: 'person', code: '110101199003074518' }],
};
const REPORT = { overview: '<p>总体情况。</p>' };
const titles = (title: string) => ({ edited: { title: `${title}甲` }, imported: { title: `${title}乙` } });

describe('the importer and the document service', () => {
  const essence = (row: Row | null) => {
    const { body, summary, entries, namesMasked, tables, year } = row ?? {};
    return { body, summary, namesMasked, tables, year, entries: (entries as Row[] | undefined)?.map(({ name, subject, code }) => ({ name, subject, code })) };
  };

  test('mask the same in a public notice, and publish it', async () => {
    const { edited, imported } = titles('公示');
    expect(await publish('public-notice', { ...NOTICE, ...edited })).toBe('');
    const report = await runImport('public-notice', { ...NOTICE, ...imported });
    expect(report.remarks.filter(({ kind }) => kind === 'kept-draft')).toEqual([]);
    for (const status of ['draft', 'published']) {
      const row = await find('public-notice', imported.title, status);
      expect(essence(row)).toEqual(essence(await find('public-notice', edited.title, status)));
      expect(row).toMatchObject({ body: '<p>陈*明，身份证110101********4518，电话138****5678。</p>', entries: [{ name: '陈*明', code: '110101********4518' }] });
    }
  });

  test.each<[string, string, Row]>([
    ['a notice with people and no day to go off line', 'public-notice', { ...NOTICE, expiresOn: undefined }],
    ['an annual report whose tables do not add up', 'annual-report', { ...REPORT, year: 2024, tables: annualFigures({ 'requests.received.person': 5, 'requests.granted.person': 3 }) }],
    ['an annual report without tables', 'annual-report', { ...REPORT, year: 2023 }],
  ])('leave %s a draft for the same reasons', async (name, type, data) => {
    const { edited, imported } = titles(name);
    const refusal = await publish(type, { ...data, ...edited });
    const { remarks } = await runImport(type, JSON.parse(JSON.stringify({ ...data, ...imported })) as Row);
    const [kept] = remarks.filter(({ kind }) => kind === 'kept-draft');
    expect(kept).toMatchObject({ title: imported.title });
    expect(refusal.replace('没有发布，请先改好：\n', '').replaceAll('\n', '')).toBe(kept!.detail);
    expect(essence(await find(type, imported.title, 'draft'))).toEqual(essence(await find(type, edited.title, 'draft')));
    for (const { title } of [edited, imported]) expect(await find(type, title, 'published')).toBeNull();
  });

  test('publish a row that is imported again when its reasons are gone, and hold a change that brings new ones', async () => {
    const row = { ...NOTICE, title: '又一次的公示' };
    await runImport('public-notice', { ...row, expiresOn: '2026-11-03' });
    expect(await find('public-notice', row.title, 'published')).toBeNull();
    await runImport('public-notice', row);
    expect(await find('public-notice', row.title, 'published')).toMatchObject({ expiresOn: '2026-12-07' });
    const { remarks } = await runImport('public-notice', { ...row, expiresOn: '2026-11-04' });
    expect(remarks.map(({ kind }) => kind)).toContain('kept-draft');
    expect(await find('public-notice', row.title, 'published')).toMatchObject({ expiresOn: '2026-12-07' });
  });
});

describe('a notice whose names an editor shows', () => {
  test('keeps them when its row is imported again', async () => {
    const row = { ...NOTICE, title: '写明姓名的公示' };
    await runImport('public-notice', row);
    const { documentId } = (await find('public-notice', row.title, 'draft')) as { documentId: string };
    await documents('public-notice').update({ documentId, data: { namesMasked: false } });
    await runImport('public-notice', { ...row, endsOn: '2026-11-08' });
    for (const status of ['draft', 'published']) {
      expect(await find('public-notice', row.title, status)).toMatchObject({ endsOn: '2026-11-08', namesMasked: false, entries: [{ name: '陈小明', code: '110101********4518' }] });
    }
  });
});

describe('writing with status published', () => {
  const report = (year: number, tables: object) => ({ ...REPORT, ...place, title: `${year}年年报`, year, tables });
  const carried = (number: number) => annualFigures({ 'requests.carried.person': number, 'requests.granted.person': number });

  test('checks against the agency the new document is written with', async () => {
    const first = annualFigures({ 'requests.received.person': 2, 'requests.pending.person': 2 });
    await documents('annual-report').create({ data: report(2021, first), status: 'published' });
    const second = documents('annual-report').create({ data: report(2022, carried(1)), status: 'published' });
    await expect(second).rejects.toThrow('上一年的年报结转到今年的是 2');
    expect(await find('annual-report', '2022年年报', 'draft')).toBeNull();
    const published = await documents('annual-report').create({ data: report(2022, carried(2)), status: 'published' });
    expect(published.publishedAt).not.toBeNull();
    const changed = documents('annual-report').update({ documentId: published.documentId, data: { tables: carried(3) }, status: 'published' });
    await expect(changed).rejects.toThrow('没有发布，请先改好');
    expect(await find('annual-report', '2022年年报', 'draft')).toMatchObject({ tables: carried(2) });
  });

  test('tells the feed once', async () => {
    const changes = () => cms.strapi.db.connection('feed_changes').count({ count: '*' }).first() as Promise<{ count: number | string }>;
    const before = Number((await changes()).count);
    await documents('public-notice').create({ data: { ...NOTICE, ...place, title: '一次的公示' }, status: 'published' });
    expect(Number((await changes()).count)).toBe(before + 1);
  });
});
