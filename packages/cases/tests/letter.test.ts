import { caseFigures, letter, letterTracking, publicError } from '@mingchuang/content';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { aFiling, ANSWER, startCms, type Cms, type Person } from './cms.ts';
import { readEverything } from './stored.ts';

const NAME = '欧阳晓梅';
const PHONE = '13987654321';

let cms: Cms;
let handler: Person;
let approver: Person;
let office: Person;
const logged: string[] = [];

beforeAll(async () => {
  cms = await startCms();
  cms.strapi.log.level = 'silly';
  // Whatever the logger passes on to its outputs, with the address of each request.
  (cms.strapi.log as unknown as NodeJS.ReadableStream).on('data', (info) => logged.push(String(info.message), JSON.stringify(info)));
  handler = await cms.person('周敏', ['read', 'handle', 'contact'], [cms.agencies.water]);
  approver = await cms.person('何志远', ['read', 'approve'], [cms.agencies.water]);
  office = await cms.person('来信办公室', ['read', 'handle', 'assign']);
});
afterAll(() => cms?.end());

const file = async (filing = aFiling()) => {
  expect(await cms.publicCall('/api/cases', filing)).toMatchObject({ status: 200, body: { number: filing.number } });
  return filing;
};
const view = async (person: Person, number: string) => (await person.get(`/letters/${number}`)).body.data;
const act = async (person: Person, number: string, event: string, body: Record<string, unknown> = {}) => {
  const { revision } = await view(person, number);
  return person.post(`/letters/${number}/${event}`, { revision, ...body });
};
const answered = async (filing = aFiling()) => {
  const { number } = await file(filing);
  await act(handler, number, 'accept');
  await act(handler, number, 'submit', { answer: ANSWER });
  expect((await act(approver, number, 'approve')).status).toBe(200);
  return filing;
};
const entry = async (type: string, documentId: string) => {
  const response = await fetch(`${cms.url}/api/feed/export`, { headers: { authorization: `Bearer ${cms.environment.FEED_TOKEN}` } });
  const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line));
  return { all: lines, found: lines.find((line) => line.kind === 'entry' && line.type === type && line.documentId === documentId) };
};

describe('the life of a letter', () => {
  test('goes from the citizen through handler and approver to the public and the rating', async () => {
    const filing = await file(aFiling({ agency: '' }));
    const { number, code } = filing;
    const track = async () => letterTracking.parse((await cms.publicCall('/api/cases/track', { number, code })).body);

    expect(await track()).toMatchObject({ state: 'received', dueOn: '2025-12-01', limit: 15, overdue: true, mayRate: false });
    expect((await act(office, number, 'assign', { agency: cms.agencies.water })).status).toBe(200);
    expect((await track()).timeline.at(-1)).toMatchObject({ state: 'assigned', note: '转交望川市水务局办理' });
    expect((await act(handler, number, 'accept')).body.data).toMatchObject({ stage: 'handling' });
    expect((await act(handler, number, 'draft', { answer: '草稿' })).body.data).toMatchObject({ answer: '草稿', stage: 'handling' });
    expect((await track()).answer).toBeUndefined();
    expect((await act(handler, number, 'submit', { answer: ANSWER })).body.data).toMatchObject({ stage: 'review' });
    expect((await track()).state).toBe('handling');
    expect((await act(approver, number, 'reject', { remark: '请写明恢复时间' })).body.data).toMatchObject({ stage: 'handling' });
    expect((await act(handler, number, 'submit', { answer: ANSWER })).status).toBe(200);
    expect((await act(approver, number, 'approve')).body.data).toMatchObject({ stage: 'answered', can: ['prepare', 'publish', 'close'] });
    expect(await track()).toMatchObject({ state: 'answered', answer: ANSWER, mayRate: true });

    const { publicVersion } = await view(approver, number);
    expect(publicVersion).toEqual({
      title: '滨江路 88 号门前水管漏水',
      body: '您好，我叫欧**，住在滨江路**号**栋，电话139****4321。\n\n门前水管已经漏了三天，请尽快修理。',
      author: '欧**',
    });
    const published = await act(approver, number, 'publish', { title: '滨江路门前水管漏水', body: publicVersion.body });
    expect(published.body.data).toMatchObject({ stage: 'public' });
    const { path } = published.body.data;
    expect(path).toMatch(/^\/laixin\/\d{6}\/[a-z0-9]{8}\/$/);
    expect(await track()).toMatchObject({ state: 'public', path });

    const rated = await cms.publicCall('/api/cases/rate', { number, code, rating: 5, comment: '很快' });
    expect(letterTracking.parse(rated.body)).toMatchObject({ state: 'rated', rating: 5, mayRate: false });

    const { found } = await entry('letter', path.split('/')[3]);
    expect(letter.parse(found.data)).toMatchObject({ path, rating: 5, author: '欧**', agencyName: '望川市水务局', title: '滨江路门前水管漏水' });
    expect((found.data.timeline as { state: string }[]).map(({ state }) => state)).toEqual(['received', 'assigned', 'handling', 'answered', 'public', 'rated']);
    expect(JSON.stringify(found)).not.toMatch(/周敏|何志远|请写明恢复时间/);
  });

  test('closes by itself with the approval when the citizen wants no publication, and can still be rated', async () => {
    const { number, code } = await answered(aFiling({ mayPublish: false }));
    expect(await view(approver, number)).toMatchObject({ stage: 'closed', can: [] });
    const { body } = await cms.publicCall('/api/cases/track', { number, code });
    expect(body).toMatchObject({ state: 'closed', answer: ANSWER, mayRate: true });
    expect((await cms.publicCall('/api/cases/rate', { number, code, rating: 3, comment: '' })).body).toMatchObject({ state: 'rated' });
  });

  test('is rated before publication and shows the rating once it is public', async () => {
    const { number, code } = await answered();
    expect((await cms.publicCall('/api/cases/rate', { number, code, rating: 4, comment: '' })).body).toMatchObject({ state: 'answered' });
    const { publicVersion } = await view(approver, number);
    const { body } = await act(approver, number, 'publish', { title: publicVersion.title, body: publicVersion.body });
    const { found } = await entry('letter', body.data.path.split('/')[3]);
    expect(found.data).toMatchObject({ rating: 4 });
  });

  test('goes back to the letter office with a reason, and on to another agency', async () => {
    const { number } = await file();
    expect((await act(handler, number, 'return', { remark: '' })).body.error.details.fields).toEqual([{ field: 'remark', message: '请写明原因或说明。' }]);
    expect(await act(handler, number, 'return', { remark: '属城管局职责' })).toMatchObject({ status: 200, body: { data: null } });
    expect((await handler.get(`/letters/${number}`)).status).toBe(404);
    expect((await act(office, number, 'assign', { agency: 'office' })).body.error.message).toBe('请选择一个受理来信的机构。');
    expect((await act(office, number, 'assign', { agency: 'roads', remark: '请办理' })).body.data).toMatchObject({ agencyName: '望川市城管局', stage: 'assigned' });
  });

  test('asks for a bad rating to be put right within 15 working days', async () => {
    const { number, code } = await answered();
    await cms.publicCall('/api/cases/rate', { number, code, rating: 2, comment: '没有修好' });
    const bad = await view(handler, number);
    expect(bad).toMatchObject({ rating: 2, ratingComment: '没有修好', can: ['prepare', 'rectify'], rectifyDueOn: expect.stringMatching(/^\d{4}-/) });
    expect((await act(handler, number, 'rectify', { remark: '已重新修复并回访' })).body.data).toMatchObject({ rectifyDueOn: null });
  });

  test('is withdrawn with a reason, and its address says so', async () => {
    const { number } = await answered();
    const { publicVersion } = await view(approver, number);
    const { body } = await act(approver, number, 'publish', { title: publicVersion.title, body: publicVersion.body });
    const { path } = body.data;
    expect((await act(approver, number, 'withdraw', { reason: ' ' })).status).toBe(400);
    expect((await act(approver, number, 'withdraw', { reason: '应来信人要求撤下' })).body.data).toMatchObject({ stage: 'closed', path: null });
    const { all, found } = await entry('letter', path.split('/')[3]);
    expect(found).toBeUndefined();
    expect(all.find((line) => line.kind === 'address' && line.path === path)).toMatchObject({ state: 'withdrawn', reason: '应来信人要求撤下' });
  });

  test('adds up to the figures of its month', async () => {
    await cms.cases.flushFigures();
    const { found } = await entry('case-figures', '2025-11');
    const figures = caseFigures.parse(found.data);
    expect(figures.answered).toBeGreaterThan(0);
    expect(figures.byAgency.find(({ agencyName }) => agencyName === '望川市水务局')).toMatchObject({ agency: { type: 'agency', documentId: cms.agencies.water } });
  });
});

describe('publication', () => {
  test('refuses a version that still shows who wrote, field by field', async () => {
    const { number } = await answered();
    const { status, body } = await act(approver, number, 'publish', { title: `${NAME}的来信`, body: `请拨打 139 8765 4321。` });
    expect(status).toBe(400);
    expect(body.error.details.fields).toEqual([
      { field: 'publicTitle', message: expect.stringMatching('姓名') },
      { field: 'publicBody', message: expect.stringMatching('电话') },
    ]);
    expect(await view(approver, number)).toMatchObject({ stage: 'answered', path: null });
  });

  test('is undone with everything else when the feed refuses the change', async () => {
    const { number } = await answered();
    const feed = cms.strapi.plugin('feed').service('feed') as unknown as { record: unknown };
    const { record } = feed;
    feed.record = () => Promise.reject(new Error('the disk is full'));
    const { publicVersion } = await view(approver, number);
    const { status } = await act(approver, number, 'publish', { title: publicVersion.title, body: publicVersion.body });
    feed.record = record;
    expect(status).toBe(500);
    expect(await view(approver, number)).toMatchObject({ stage: 'answered', path: null });
  });
});

describe('personal data', () => {
  test('is in no list, page, feed, log or error', async () => {
    const { number, code } = await answered(aFiling({ title: '请问水费怎么交', body: '请问水费可以在网上交吗，谢谢回复。' }));
    const seen = [
      (await handler.post('/list', { tab: 'all' })).text,
      (await handler.post('/list', { tab: 'all', search: NAME })).text,
      (await handler.get(`/letters/${number}`)).text,
      (await approver.get(`/letters/${number}`)).text,
      JSON.stringify((await cms.publicCall('/api/cases/track', { number, code })).body),
      JSON.stringify((await cms.publicCall('/api/cases', { ...aFiling(), number, submission: { ...aFiling().submission, purpose: 'x' } })).body),
      JSON.stringify((await entry('letter', 'none')).all),
      logged.join(''),
    ];
    expect(logged.join('')).toContain('POST /cases/list');
    for (const text of seen) expect(text).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
  });

  test('lies sealed in the database', async () => {
    await file(aFiling({ name: '诸葛测试名', phone: '13711112222', body: '这封信里没有写姓名和电话，只问一个问题。' }));
    const everything = await readEverything(cms.dataDir);
    expect(everything).toContain('只问一个问题');
    expect(everything).not.toContain('诸葛测试名');
    expect(everything).not.toContain('13711112222');
  });

  test('is shown on demand to who may see it, and every look is written down', async () => {
    const { number } = await file();
    expect((await handler.post(`/letters/${number}/contact`)).body.data).toEqual({ name: NAME, phone: PHONE });
    expect((await view(handler, number)).accesses).toEqual([{ by: '周敏', at: expect.any(String) }]);
    expect((await approver.post(`/letters/${number}/contact`)).status).toBe(403);
    expect((await view(handler, number)).accesses).toHaveLength(1);
  });

  test('is erased after the retention period, counted from the end of the case', async () => {
    const { number } = await answered(aFiling({ mayPublish: false }));
    const { answeredAt } = await view(handler, number);
    const days = (count: number) => new Date(Date.parse(answeredAt) + count * 24 * 60 * 60 * 1000 + 1000);
    await cms.cases.erase(days(364));
    expect((await handler.post(`/letters/${number}/contact`)).body.data).toEqual({ name: NAME, phone: PHONE });
    expect(await cms.cases.erase(days(365))).toBeGreaterThan(0);
    expect(await view(handler, number)).toMatchObject({ erased: true, mayContact: false, answer: ANSWER });
    expect((await handler.post(`/letters/${number}/contact`)).body.data).toEqual({});
  });
});

test('of all processes on a database one erases, once a day', async () => {
  const at = (day: string) => new Date(`${day}T03:15:00+08:00`);
  const results = await Promise.all(Array.from({ length: 5 }, () => cms.cases.eraseDaily(at('2099-01-01'))));
  expect(results.filter((erased) => erased !== undefined)).toHaveLength(1);
  expect(await cms.cases.eraseDaily(at('2099-01-02'))).toBe(0);
  expect(await cms.cases.eraseDaily(at('2099-01-02'))).toBeUndefined();
});

test('the deadline of an open case follows the calendar, that of an answered one stays', async () => {
  const { number: open } = await file();
  const { number: done } = await answered();
  await cms.strapi.db.connection('cases').whereIn('number', [open, done]).update({ due_on: '2025-01-01' });
  expect(await cms.cases.recountDeadlines()).toBe(1);
  expect((await view(handler, open)).dueOn).toBe('2025-12-01');
  expect((await view(handler, done)).dueOn).toBe('2025-01-01');
});

describe('the tables', () => {
  test.each(['case_steps', 'case_access'])('refuse to change or delete a row of %s', async (table) => {
    const knex = cms.strapi.db.connection;
    await expect(knex(table).update({ actor_name: 'x' })).rejects.toThrow('append-only');
    await expect(knex(table).delete()).rejects.toThrow('append-only');
  });
});

test('errors of public calls keep to the contract', async () => {
  const { status, body } = await cms.publicCall('/api/cases', aFiling({ title: '短', phone: '123' }));
  expect(status).toBe(400);
  expect(publicError.parse(body).error.details?.fields).toEqual([
    { field: 'title', message: '标题至少写 4 个字' },
    { field: 'phone', message: '请填写 11 位手机号，或带区号的固定电话' },
  ]);
});
