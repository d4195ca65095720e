import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { RIGHTS } from '../server/src/actions.ts';
import { EVENTS } from '../server/src/domain/stages.ts';
import { TABS } from '../server/src/services/view-types.ts';
import { aFiling, ANSWER, startCms, type Cms, type Person } from './cms.ts';

let cms: Cms;
let stranger: Person;
let reader: Person;
let handler: Person;
let both: Person;
const filing = aFiling();
const { number, code } = filing;

beforeAll(async () => {
  cms = await startCms();
  const { water, roads } = cms.agencies;
  stranger = await cms.person('别处', RIGHTS.filter((right) => right !== 'assign'), [roads]);
  reader = await cms.person('只看', ['read'], [water]);
  handler = await cms.person('办件', ['read', 'handle', 'contact'], [water]);
  both = await cms.person('一人两职', ['read', 'handle', 'approve'], [water]);
  await cms.publicCall('/api/cases', filing);
});
afterAll(() => cms?.end());

const EVERY_EVENT = EVENTS.filter((event) => event !== 'rate');
const full = { revision: 0, agency: 'roads', remark: '说明', reason: '说明', answer: ANSWER, title: '标题', body: '内容' };

describe('a handler of another agency', () => {
  test('finds the case on no page', async () => {
    expect((await stranger.get(`/letters/${number}`)).status).toBe(404);
    for (const tab of TABS) {
      const { body, text } = await stranger.post('/list', { tab });
      expect(body.data).toMatchObject({ total: 0, waiting: 0, quarantined: 0 });
      expect(text).not.toContain(number);
    }
    expect((await stranger.post('/list', { tab: 'all', search: number })).body.data.total).toBe(0);
  });

  test.each([...EVERY_EVENT, 'contact'])('may not %s it', async (event) => {
    const { status, text } = await stranger.post(`/letters/${number}/${event}`, full);
    expect(status).toBe(404);
    expect(text).not.toContain(filing.submission.title);
  });
});

describe('someone who may only read', () => {
  test('reads, and is offered nothing else', async () => {
    expect((await reader.get(`/letters/${number}`)).body.data).toMatchObject({ number, can: [], mayContact: false });
  });

  test.each([...EVERY_EVENT, 'contact'])('may not %s', async (event) => {
    expect((await reader.post(`/letters/${number}/${event}`, full)).status).toBe(403);
  });
});

test('who belongs to no agency sees nothing, and without the right to read not even the list', async () => {
  const nobody = await cms.person('新人', ['read', 'handle', 'approve', 'contact']);
  expect((await nobody.post('/list', { tab: 'all' })).body.data.total).toBe(0);
  expect((await nobody.get(`/letters/${number}`)).status).toBe(404);
  const author = await cms.person('采编', [], [cms.agencies.water]);
  for (const path of ['/agencies', `/letters/${number}`]) expect((await author.get(path)).status).toBe(403);
  expect((await author.post('/list')).status).toBe(403);
});

test('nobody approves or publishes their own answer, even with both rights', async () => {
  const act = async (person: Person, event: string, body = {}) => {
    const { revision } = (await person.get(`/letters/${number}`)).body.data;
    return person.post(`/letters/${number}/${event}`, { revision, ...body });
  };
  await act(both, 'accept');
  await act(both, 'submit', { answer: ANSWER });
  expect(await act(both, 'approve')).toMatchObject({ status: 400, body: { error: { message: '答复须由撰写人以外的人审核和公开。' } } });
  await act(both, 'recall');
  await act(handler, 'submit', { answer: `${ANSWER}谢谢。` });
  expect((await act(both, 'approve')).status).toBe(400);
  expect((await both.post('/list', { tab: 'todo' })).body.data.items).toEqual([]);
});

test('a button pressed on an old page does nothing', async () => {
  const other = aFiling();
  await cms.publicCall('/api/cases', other);
  const { revision } = (await handler.get(`/letters/${other.number}`)).body.data;
  expect((await handler.post(`/letters/${other.number}/accept`, { revision })).status).toBe(200);
  const late = await handler.post(`/letters/${other.number}/return`, { revision, remark: '退回' });
  expect(late).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching('刚被别人处理过') } } });
});

test('the letter office sees every case, and suspicious ones wait in quarantine', async () => {
  const office = await cms.person('来信办公室', ['read', 'assign', 'handle']);
  const spam = aFiling({ title: '低价代办各类证件' }, { suspicion: 90 });
  await cms.publicCall('/api/cases', spam);
  expect((await office.post('/list', { tab: 'all', search: spam.number })).body.data.total).toBe(0);
  expect((await office.post('/list', { tab: 'spam' })).body.data.items).toMatchObject([{ number: spam.number, suspicion: 90 }]);
  expect((await office.get(`/letters/${spam.number}`)).body.data.can).toEqual(['release']);
  const { body } = await office.post(`/letters/${spam.number}/release`, { revision: 0 });
  expect(body.data).toMatchObject({ quarantined: false, stage: 'assigned' });
  expect((await cms.publicCall('/api/cases/track', { number: spam.number, code: spam.code })).body.state).toBe('assigned');
});

describe('public calls', () => {
  test('are for the gateway alone', async () => {
    for (const path of ['/api/cases', '/api/cases/track', '/api/cases/rate']) {
      expect((await cms.publicCall(path, {}, 'nonsense')).status).toBe(401);
      expect((await cms.publicCall(path, {}, cms.environment.FEED_TOKEN)).status).toBe(403);
      expect((await fetch(`${cms.url}${path}`, { method: 'POST' })).status).toBe(401);
    }
    expect((await cms.publicCall('/cases/list', {})).status).toBeGreaterThan(400);
  });

  test('store a filing sent twice once, and refuse a number that another case has', async () => {
    const first = aFiling();
    expect((await cms.publicCall('/api/cases', first)).body).toEqual({ number: first.number });
    expect((await cms.publicCall('/api/cases', first)).body).toEqual({ number: first.number });
    expect(await cms.strapi.db.connection('cases').where({ number: first.number })).toHaveLength(1);
    expect(await cms.strapi.db.connection('case_steps').where({ actor_name: '来信人' }).whereIn('case_id', cms.strapi.db.connection('cases').select('id').where({ number: first.number }))).toHaveLength(1);
    const other = await cms.publicCall('/api/cases', { ...first, code: aFiling().code });
    expect(other).toMatchObject({ status: 400, body: { error: { details: { fields: [{ field: 'number', message: '这个编号已被另一封来信使用。' }] } } } });
  });

  test('store many at once, each with its own outcome', async () => {
    const many = Array.from({ length: 60 }, () => aFiling());
    const answers = await Promise.all([...many, ...many].map((each) => cms.publicCall('/api/cases', each)));
    expect(answers.map(({ body }) => body.number)).toEqual([...many, ...many].map((each) => each.number));
  });

  test('send a letter to an agency that takes none to the letter office, and say so to it', async () => {
    const lost = aFiling({ agency: 'office' });
    await cms.publicCall('/api/cases', lost);
    const office = await cms.person('来信办公室', ['read', 'assign']);
    const { stage, agencyName, steps } = (await office.get(`/letters/${lost.number}`)).body.data;
    expect({ stage, agencyName }).toEqual({ stage: 'received', agencyName: null });
    expect(steps[0].remark).toContain('“office”');
  });

  test('answer an unknown number and a wrong code alike, and stop after ten tries', async () => {
    const wrong = { number, code: code === 'ABCDEFGH' ? 'ABCDEFGJ' : 'ABCDEFGH' };
    const unknown = { number: '20200101-ABCDEF', code };
    for (let tries = 0; tries < 10; tries++) {
      const [one, other] = [await cms.publicCall('/api/cases/track', wrong), await cms.publicCall('/api/cases/track', unknown)];
      expect(one).toEqual(other);
      expect(one).toMatchObject({ status: 400, body: { error: { details: { fields: [{ field: 'code' }] } } } });
    }
    for (const key of [wrong, unknown, { number, code }]) {
      expect(await cms.publicCall('/api/cases/track', key)).toMatchObject({ status: 429, body: { error: { message: expect.stringMatching('10 次') } } });
    }
  });

  test('forgive spaces and small letters in number and code', async () => {
    const mine = aFiling();
    await cms.publicCall('/api/cases', mine);
    const { status } = await cms.publicCall('/api/cases/track', { number: ` ${mine.number.toLowerCase()} `, code: mine.code.toLowerCase() });
    expect(status).toBe(200);
  });

  test('take one rating, and none before the answer', async () => {
    const early = aFiling();
    await cms.publicCall('/api/cases', early);
    const { number: n, code: c } = early;
    expect((await cms.publicCall('/api/cases/rate', { number: n, code: c, rating: 5, comment: '' })).body.error.message).toContain('还没有答复');
    const writer = cms.cases.actor(handler.id, '周敏');
    await cms.cases.accept(n, { actor: writer });
    await cms.cases.answer(n, { answer: ANSWER }, { actor: writer });
    await cms.cases.approve(n, { actor: cms.cases.actor(both.id, '何志远') });
    expect((await cms.publicCall('/api/cases/rate', { number: n, code: c, rating: 5, comment: '' })).status).toBe(200);
    expect((await cms.publicCall('/api/cases/rate', { number: n, code: c, rating: 1, comment: '' })).body.error.message).toContain('已经评价过');
  });
});

test('a loader makes letters of the past in any state, with its own clock', async () => {
  const past = aFiling({}, { receivedAt: '2025-09-30T02:00:00.000Z' });
  const writer = cms.cases.actor(handler.id, '周敏');
  await cms.cases.file(past);
  await cms.cases.accept(past.number, { actor: writer, at: '2025-10-09T02:00:00.000Z' });
  await cms.cases.answer(past.number, { answer: ANSWER }, { actor: writer, at: '2025-10-11T02:00:00.000Z' });
  await cms.cases.approve(past.number, { actor: cms.cases.actor(both.id, '何志远'), at: '2025-10-13T02:00:00.000Z' });
  const { path } = await cms.cases.publish(past.number, undefined, { actor: cms.cases.actor(both.id, '何志远'), at: '2025-10-14T02:00:00.000Z' });
  const rated = await cms.cases.rate({ number: past.number, code: past.code, rating: 4, comment: '' }, '2025-10-15T02:00:00.000Z');
  expect(path).toMatch(/^\/laixin\/202510\//);
  expect(rated).toMatchObject({ state: 'rated', dueOn: '2025-10-28', overdue: false });
  expect(rated.timeline.map(({ at }) => at.slice(0, 10))).toEqual(['2025-09-30', '2025-09-30', '2025-10-09', '2025-10-13', '2025-10-14', '2025-10-15']);
});
