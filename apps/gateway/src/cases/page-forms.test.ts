import type { OpinionFiling, OpinionFormFacts, SurveyFiling, SurveyFormFacts } from '@mingchuang/content';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { shownProps, page } from '../../tests/stand-in-renderer.ts';
import { startCms, type StandInCms } from '../../tests/stand-in-cms.ts';
import { SITE, startGateway, type Answered, type TestGateway } from '../../tests/start-gateway.ts';

const CONSULTATION: OpinionFormFacts = {
  kind: 'opinion', id: 'consultation1', title: '供水条例（征求意见稿）', path: '/zhengji/202611/abcdefgh/', agencyName: '水务局', opensOn: '2026-11-01', closesOn: '2026-11-30',
};
const SURVEY: SurveyFormFacts = {
  kind: 'survey-answer', id: 'survey1', title: '水压够不够', path: '/diaocha/202611/abcdefgh/', opensOn: '2026-11-01', closesOn: '2026-11-30',
  questions: [
    { title: '够吗', kind: 'single', options: ['够', '不够'], mandatory: true },
    { title: '先改哪里', kind: 'multiple', options: ['水表', '楼内', '路上'], mandatory: true, maxChoices: 2 },
    { title: '打几分', kind: 'scale', options: [], mandatory: false },
    { title: '想说的', kind: 'text', options: [], mandatory: false },
  ],
};
const json = (value: object) => ({ body: JSON.stringify(value), type: 'application/json; charset=utf-8' });

let cms: StandInCms;
let site: TestGateway;
beforeEach(async () => {
  cms = await startCms();
  site = await startGateway({ cms: { url: cms.url, token: 'gateway-token', timeout: 300 } });
  site.maker.release({
    content: {
      ...SITE,
      [CONSULTATION.path]: page(CONSULTATION.title, 'draft'),
      [`${CONSULTATION.path}form.json`]: json(CONSULTATION),
      [SURVEY.path]: page(SURVEY.title, 'questions'),
      [`${SURVEY.path}form.json`]: json(SURVEY),
      '/broken/': page('坏了', ''),
      '/broken/form.json': json({ kind: 'other' }),
    },
  });
  await site.gateway.follower.check();
});
afterEach(async () => {
  await site.stop();
  await cms.close();
});

const OPINION = { part: '第一条', body: '停水要提前三天通知。', name: '', phone: '' };
const ANSWERS = { q1: '2', q2o1: '1', q2o3: '1', q3: '4', q4: '晚上水小' };

/** Sends a form as a person without script does: page, confirmation, receipt. */
const send = async (path: string, form: Record<string, string>, prefix = ''): Promise<Answered> => {
  const confirm = await site.post(prefix + path, form);
  const { token, values } = shownProps(confirm.text);
  site.clock.now += 30_000;
  return site.post(prefix + path, { ...values, token });
};
const shut = () => (site.clock.now = Date.parse('2026-12-01T00:00:00+08:00'));

describe('an opinion', () => {
  test('is asked about, filed with the CMS, and answered with number and code', async () => {
    const confirm = await site.post(CONSULTATION.path, OPINION);
    expect(shownProps(confirm.text)).toMatchObject({ template: 'OpinionConfirm', form: CONSULTATION, values: OPINION });
    const answer = await send(CONSULTATION.path, OPINION);
    expect(answer.status).toBe(303);
    const [filing] = [...cms.filings.values()] as OpinionFiling[];
    expect(filing).toMatchObject({ kind: 'opinion', suspicion: 0, submission: { ...OPINION, consultation: CONSULTATION.id } });
    const receipt = await site.get(answer.headers.location!);
    expect(shownProps(receipt.text)).toEqual({ template: 'OpinionReceipt', number: filing!.number, code: filing!.code, queued: false });
  });

  test('keeps the elderly mode all the way', async () => {
    const answer = await send(CONSULTATION.path, OPINION, '/elder');
    expect(answer.headers.location).toMatch(/^\/elder\/letters\/receipt\//);
  });

  test('comes back with every mistake at its field, and needs neither name nor phone', async () => {
    const answer = await site.post(CONSULTATION.path, { part: '长'.repeat(61), body: '不', name: '', phone: '12' });
    expect(answer.status).toBe(422);
    expect(shownProps(answer.text)).toMatchObject({
      template: 'OpinionForm',
      errors: [
        { field: 'part', message: '条款最多 60 个字' },
        { field: 'body', message: '意见至少写 5 个字' },
        { field: 'phone', message: '请填写 11 位手机号，或带区号的固定电话' },
      ],
    });
    expect(cms.calls).toHaveLength(0);
  });

  test('is refused after the last day, with what to do instead', async () => {
    site.clock.now = Date.parse('2026-11-30T23:59:59+08:00');
    expect(shownProps((await site.post(CONSULTATION.path, OPINION)).text).template).toBe('OpinionConfirm');
    shut();
    const answer = await site.post(CONSULTATION.path, OPINION);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('这次征集现在不收意见');
    expect(answer.text).toContain('到 2026 年 11 月 30 日 为止');
    expect(cms.calls).toHaveLength(0);
  });

  test('waits while the CMS is away, can be followed there, and is forwarded', async () => {
    cms.behaviour = 'fails';
    const answer = await send(CONSULTATION.path, OPINION);
    const { number, code, queued } = shownProps((await site.get(answer.headers.location!)).text);
    expect(queued).toBe(true);
    const tracked = await site.post('/letters/track/', { number, code });
    expect(shownProps(tracked.text)).toMatchObject({ template: 'OpinionTracking', tracking: { number, kind: 'opinion', body: OPINION.body } });
    cms.behaviour = 'works';
    await site.gateway.forwarder.run();
    expect([...cms.filings.keys()]).toEqual([number]);
  });

  test('in a filled trap goes to quarantine without saying so', async () => {
    const { token } = shownProps((await site.post(CONSULTATION.path, OPINION)).text);
    site.clock.now += 30_000;
    expect((await site.post(CONSULTATION.path, { ...OPINION, token, homepage: 'https://spam.example' })).status).toBe(303);
    expect([...cms.filings.values()][0]!.suspicion).toBeGreaterThan(60);
  });
});

describe('a filled survey', () => {
  test('is asked about, filed without anything personal, and thanked for', async () => {
    const answer = await send(SURVEY.path, ANSWERS);
    expect(answer.status).toBe(303);
    const [filing] = [...cms.filings.values()] as SurveyFiling[];
    expect(filing!.submission).toEqual({ survey: SURVEY.id, replies: [[1], [0, 2], 4, '晚上水小'] });
    expect(shownProps((await site.get(answer.headers.location!)).text)).toEqual({ template: 'SurveyReceipt', title: SURVEY.title, surveyPath: SURVEY.path });
    expect(site.lines.join('')).not.toContain('晚上水小');
  });

  test('is checked against the published questions, each mistake at its field', async () => {
    const answer = await site.post(SURVEY.path, { q1: '9', q2o1: '1', q2o2: '1', q2o3: '1', q3: '6' });
    expect(answer.status).toBe(422);
    expect(shownProps(answer.text)).toMatchObject({
      template: 'SurveyForm',
      errors: [
        { field: 'q1', message: '请从列出的选项里选' },
        { field: 'q2o1', message: '最多选 2 项，您选了 3 项' },
        { field: 'q3', message: '请在 1 到 5 分里选一个' },
      ],
    });
    const missing = shownProps((await site.post(SURVEY.path, {})).text).errors as { field: string; message: string }[];
    expect(missing).toEqual([{ field: 'q1', message: '请回答这一题' }, { field: 'q2o1', message: '请回答这一题' }]);
    const unknown = shownProps((await site.post(SURVEY.path, { ...ANSWERS, q2o9: '1' })).text).errors as { field: string }[];
    expect(unknown).toEqual([{ field: 'q2o1', message: '请从列出的选项里选' }]);
  });

  test('counts once when it is sent twice', async () => {
    const { token } = shownProps((await site.post(SURVEY.path, ANSWERS)).text);
    site.clock.now += 30_000;
    await Promise.all([1, 2, 3].map(() => site.post(SURVEY.path, { ...ANSWERS, token })));
    expect(cms.filings.size).toBe(1);
  });

  test('is limited from one address within an hour, for each survey by itself', async () => {
    for (let count = 0; count < 20; count++) expect((await send(SURVEY.path, ANSWERS)).status).toBe(303);
    expect((await send(SURVEY.path, ANSWERS)).status).toBe(429);
    expect((await send(CONSULTATION.path, OPINION)).status).toBe(303);
  });

  test('is refused after the last day', async () => {
    shut();
    expect((await site.post(SURVEY.path, ANSWERS)).text).toContain('这次调查现在不收答卷');
  });
});

test('pages without a form take none, and a form that cannot be read is not guessed at', async () => {
  expect((await site.post('/', OPINION)).status).toBe(405);
  expect((await site.post('/nowhere/', OPINION)).status).toBe(404);
  expect((await site.post('/broken/', OPINION)).status).toBe(404);
  expect((await site.post(CONSULTATION.path, OPINION, { origin: 'https://evil.example' })).status).toBe(403);
});

test('the letter form begins with the subject a page gives it', async () => {
  const answer = await site.get(`/letters/write/?title=${encodeURIComponent('访谈提问：入学')}`);
  expect(shownProps(answer.text)).toMatchObject({ template: 'LetterForm', values: { title: '访谈提问：入学' }, errors: [] });
  expect((await site.get('/letters/write/')).text).toContain('form');
});
