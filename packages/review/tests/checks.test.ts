import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ARTICLE, buildCity, type City, documents, writeArticle } from './city.ts';
import { startCms, type Person, type TestCms } from './cms.ts';

// The example of GB 11643-1999, annex.
const IDENTITY = '11010519491231002X';
const folder = mkdtempSync(join(tmpdir(), 'checks-'));
let cms: TestCms;
let city: City;
let web: Server;
let asked: string[] = [];

beforeAll(async () => {
  web = createServer((request, response) => {
    asked.push(request.url!);
    response.writeHead(request.url === '/there' ? 200 : 404).end();
  });
  await new Promise<void>((ready) => web.listen(0, '127.0.0.1', () => ready()));
  cms = await startCms({ LINK_CHECK_PRIVATE_HOSTS: '127.0.0.1' });
  city = await buildCity(cms);
});
afterAll(async () => {
  await cms.stop();
  web.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Reason {
  field: string;
  level: string;
  message: string;
  remedy: string;
  key: string;
}
const at = (path: string) => `http://127.0.0.1:${(web.address() as AddressInfo).port}${path}`;
const reasonsOf = (answer: { body: any }) => (answer.body.error?.details?.errors ?? []) as Reason[];
const said = (answer: { body: any }) => reasonsOf(answer).map(({ level, field }) => `${level} ${field}`);
const inspect = (person: Person, values: object, documentId?: string) => person.call('POST', `/review/checks/${ARTICLE}`, { values, ...(documentId ? { documentId } : {}) });
const found = ({ body }: { body: any }) => (body.data.findings as Reason[]).map(({ level, field }) => `${level} ${field}`);
const waive = (person: Person, documentId: string, body: object) => person.call('POST', `/review/documents/${ARTICLE}/${documentId}/waivers`, { values: {}, ...body });
const auditOf = async (action: string) => (await cms.strapi.db.connection('access_audit').where({ action })) as { note: string | null }[];

describe('the gate', () => {
  test('tells every reason at once, each with its field and remedy, and nothing of hints', async () => {
    const article = await writeArticle(city, { summary: '电话13800000123', body: `<p>王某，身份证${IDENTITY}，现以经批准。</p>` });
    const refused = await article.move(city.author, 'submit');
    expect(refused.status).toBe(400);
    expect(said(refused)).toEqual(['block body', 'confirm summary']);
    expect(reasonsOf(refused)[0]).toMatchObject({ message: '“正文”里有居民身份证号 110105********002X。', remedy: '只保留前六位和后四位，或者删去。' });
    expect(refused.message).not.toContain(IDENTITY);
    await article.save(city.author, { summary: '', body: '<p>王某已经批准。</p>' });
    expect((await article.move(city.author, 'submit')).status).toBe(200);
  });

  test('takes a tick for what may be meant, until the words change', async () => {
    const article = await writeArticle(city, { summary: '值班电话13800000123' });
    const [reason] = reasonsOf(await article.move(city.author, 'submit'));
    expect((await waive(city.stranger, article.documentId, { key: reason!.key })).status).toBe(403);
    const ticked = await waive(city.author, article.documentId, { key: reason!.key });
    expect(ticked.body.data.findings[0]).toMatchObject({ key: reason!.key, waiver: { kind: 'confirmed', name: '苏禾' } });
    await article.save(city.author, { summary: '值班电话13900000123' });
    expect(said(await article.move(city.author, 'submit'))).toEqual(['confirm summary']);
    await article.save(city.author, { summary: '值班电话13800000123' });
    expect((await article.move(city.author, 'submit')).status).toBe(200);
  });

  test('lets a stopped document pass only by the right, and for a reason that is kept', async () => {
    const article = await writeArticle(city, { body: `<p>${IDENTITY}</p>` });
    const [{ key }] = reasonsOf(await article.move(city.author, 'submit')) as [Reason];
    expect((await waive(city.author, article.documentId, { key, reason: '当事人同意' })).status).toBe(400);
    expect((await article.move(city.author, 'submit', { override: { reason: '当事人同意' } })).message).toContain('您没有放行的权限');
    expect((await waive(city.administrator, article.documentId, { key })).body.error.message).toContain('请写明放行的理由');
    const before = await auditOf('review.override');
    expect((await waive(city.administrator, article.documentId, { key, reason: '法院公告，依法公开' })).status).toBe(200);
    expect((await auditOf('review.override')).slice(before.length)).toMatchObject([{ note: '法院公告，依法公开' }]);
    await waive(city.administrator, article.documentId, { key, isWithdrawn: true });
    expect((await auditOf('review.take-back')).at(-1)).toMatchObject({ subject_id: article.documentId });
    expect((await article.move(city.author, 'submit')).status).toBe(400);
    expect((await waive(city.administrator, article.documentId, { key, reason: '法院公告，依法公开' })).status).toBe(200);
    expect((await article.move(city.author, 'submit')).status).toBe(200);
    await article.move(city.reviewer, 'approve');
    await article.move(city.secondReviewer, 'approve');
    expect((await article.move(city.signer, 'approve')).status).toBe(200);
    expect((await article.published())!.body).toContain(IDENTITY);
  });

  test('holds what goes past it to what stops, by no program either', async () => {
    const draft = await documents(cms, 'article').create({ data: { title: '甲', column: city.news, agency: city.agency, body: `<p>${IDENTITY}</p>` } });
    const programs = cms.strapi.plugin('review').service('programs') as unknown as { run(name: string, work: () => Promise<unknown>): Promise<unknown> };
    const run = programs.run('import', () => documents(cms, 'article').publish({ documentId: draft.documentId }));
    await expect(run).rejects.toThrow('居民身份证号');
  });
});

describe('links', () => {
  test('to documents are good when visitors can follow them by then', async () => {
    const target = await writeArticle(city, { title: '被指向的' });
    const link = { body: `<p>见<a href="entry:article/${target.documentId}">通知</a>。</p>` };
    const article = await writeArticle(city, link);
    expect(reasonsOf(await article.move(city.author, 'submit'))[0]).toMatchObject({ level: 'block', field: 'body', message: '链接“通知”指向的《被指向的》还没有发布。' });

    const inDays = (days: number) => new Date(Math.ceil(Date.now() / 60_000) * 60_000 + days * 86_400_000).toISOString();
    const [early, late] = [inDays(2), inDays(3)];
    await target.move(city.author, 'submit', { at: early });
    await target.move(city.reviewer, 'approve');
    await target.move(city.secondReviewer, 'approve');
    expect((await target.move(city.signer, 'approve', { at: early })).status).toBe(200);
    expect((await article.move(city.author, 'submit', { at: late })).status).toBe(200);

    // Nobody is led to a page that is not there yet.
    const sooner = await writeArticle(city, link);
    await sooner.move(city.author, 'submit', { at: inDays(1) });
    await sooner.move(city.reviewer, 'approve');
    await sooner.move(city.secondReviewer, 'approve');
    for (const when of [{}, { at: null }]) {
      const signed = await sooner.move(city.signer, 'approve', when);
      expect(reasonsOf(signed)[0]).toMatchObject({ level: 'block', message: '链接“通知”指向的《被指向的》比这篇晚发布。' });
    }

    await target.move(city.signer, 'publish');
    expect((await (await writeArticle(city, link)).move(city.author, 'submit')).status).toBe(200);
    const gone = await writeArticle(city, { body: '<p><a href="entry:article/abcdefghijklmnopqrstuvwx">甲</a></p>' });
    expect(reasonsOf(await gone.move(city.author, 'submit'))[0]!.message).toContain('不存在了');
  });

  test('to other sites are asked once while somebody writes, and never at the gate', async () => {
    const values = { title: '甲', body: `<p><a href="${at('/there')}">甲</a><a href="${at('/gone')}">乙</a></p>` };
    asked = [];
    const answer = await inspect(city.author, values);
    expect(found(answer)).toContain('confirm body');
    expect(answer.body.data.findings.find(({ field }: Reason) => field === 'body').message).toBe('链接“乙”打不开：对方说没有这个网页（404）。');
    const times = asked.length;
    await inspect(city.author, values);
    const article = await writeArticle(city, { body: values.body });
    expect(said(await article.move(city.author, 'submit'))).toEqual(['confirm body']);
    expect(asked).toHaveLength(times);
  });
});

describe('attachments', () => {
  test('are read down to columns that are hidden', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名单');
    sheet.addRows([['姓名', '身份证号'], ['王某', IDENTITY]]);
    sheet.getColumn(2).hidden = true;
    const filepath = join(folder, 'list.xlsx');
    await workbook.xlsx.writeFile(filepath);
    const [file] = (await cms.strapi.plugin('upload').service('upload')!.upload(
      { data: {}, files: { filepath, originalFilename: '名单.xlsx', mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: 7000 } },
      { user: { id: city.author.id } },
    )) as [{ id: number }];
    const article = await writeArticle(city, { attachments: [file.id] });
    const reasons = reasonsOf(await article.move(city.author, 'submit'));
    expect(reasons.map(({ message }) => message)).toEqual([
      '附件“名单.xlsx”的工作表“名单”里有居民身份证号 110105********002X。',
      '附件“名单.xlsx”里有隐藏的工作表“名单”第 B 列，别人取消隐藏就能看到。',
    ]);
  });
});

describe('a form that is open', () => {
  test('is checked before it is stored, and only for whoever may write it', async () => {
    expect(found(await inspect(city.author, { title: '', body: '' }))).toEqual(expect.arrayContaining(['block title', 'block body', 'block column']));
    const article = await writeArticle(city);
    // Relations of the stored draft count, changes of the form too.
    expect(found(await inspect(city.author, { title: '甲' }, article.documentId))).toEqual([]);
    const cleared = { title: '甲', column: { connect: [], disconnect: [{ documentId: city.news }] } };
    expect(found(await inspect(city.author, cleared, article.documentId))).toEqual(['block column']);
    expect((await inspect(city.stranger, { title: '甲' }, article.documentId)).status).toBe(403);
    expect((await city.administrator.call('POST', '/review/checks/api::column.column', { values: {} })).status).toBe(404);
  });
});

describe('the dictionary', () => {
  const put = (person: Person, word: object) => person.call('PUT', '/review/words', word);
  const words = async () => (await city.author.call('GET', '/review/words')).body.data.words as { wrong: string; origin: string; isOn: boolean }[];

  test('is everybody’s to read, and changed by right alone', async () => {
    expect((await put(city.author, { wrong: '测试词', right: [] })).status).toBe(403);
    expect((await words()).find(({ wrong }) => wrong === '布署')).toMatchObject({ origin: 'start', isOn: true });
    expect((await put(city.administrator, { wrong: '词' })).body.error.message).toContain('至少要有两个字');
    expect((await put(city.administrator, { wrong: '旧大桥', right: ['新大桥'], level: 'block' })).status).toBe(200);
    const article = await writeArticle(city, { body: '<p>旧大桥通车。</p>' });
    expect(reasonsOf(await article.move(city.author, 'submit'))[0]).toMatchObject({ level: 'block', field: 'body', remedy: '改成“新大桥”。' });
  });

  test('keeps what was switched off, and gives a word back as it came', async () => {
    await put(city.administrator, { wrong: '布署', right: ['部署'], kind: 'typo', isOn: false });
    expect((await words()).find(({ wrong }) => wrong === '布署')).toMatchObject({ origin: 'changed', isOn: false });
    expect(found(await inspect(city.author, { title: '甲', body: '<p>布署</p>' }))).not.toContain('hint body');
    await city.administrator.call('POST', '/review/words/removal', { wrong: '布署' });
    expect((await words()).find(({ wrong }) => wrong === '布署')).toMatchObject({ origin: 'start', isOn: true });
  });

  test('takes a table whole, or not at all and says why', async () => {
    const load = (csv: string) => city.administrator.call('POST', '/review/words/import', { csv });
    const bad = await load('词,建议\n甲乙丙,丁\n一,二\n');
    expect(bad.body.error.message).toContain('第 3 行：“词”至少要有两个字');
    expect((await words()).some(({ wrong }) => wrong === '甲乙丙')).toBe(false);
    expect((await load('\ufeff词,建议,类别,级别,说明,例外\n甲乙丙,丁；戊,规范用语,要确认,试,甲乙丙丁\n')).status).toBe(200);
    expect((await words()).find(({ wrong }) => wrong === '甲乙丙')).toMatchObject({ right: ['丁', '戊'], kind: 'term', level: 'confirm', except: ['甲乙丙丁'], origin: 'own' });
  });
});
