import type { CaseTracking } from '@mingchuang/content';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { shownProps } from '../../tests/stand-in-renderer.ts';
import { startCms, type StandInCms } from '../../tests/stand-in-cms.ts';
import { SITE, startGateway, type TestGateway } from '../../tests/start-gateway.ts';

const KEY = { number: '20261109-ABCDEF', code: 'ABCDEFGH' };
const TRACKING: CaseTracking = {
  number: KEY.number, kind: 'letter', purpose: 'help', title: '题目', body: '内容', state: 'answered', receivedAt: '2026-11-02T01:00:00Z', dueOn: '2026-11-23',
  limit: 15, overdue: false, calculation: [], timeline: [], answer: '已修好', answeredAt: '2026-11-05T01:00:00Z', mayRate: true,
};
const refuse = (status: number, field: string, message: string) => ({ status, body: { data: null, error: { status, message, details: { fields: [{ field, message }] } } } });

let cms: StandInCms;
let site: TestGateway;
beforeEach(async () => {
  cms = await startCms();
  cms.tracking = ({ number, code }) =>
    number === KEY.number && code === KEY.code ? { status: 200, body: TRACKING } : refuse(400, 'code', '编号或查询码不对');
  site = await startGateway({ cms: { url: cms.url, token: 'token', timeout: 300 } });
  site.maker.release({ content: SITE });
  await site.gateway.follower.check();
});
afterEach(async () => {
  await site.stop();
  await cms.close();
});

describe('tracking', () => {
  test('shows a case to whoever holds number and code, to be stored nowhere', async () => {
    const answer = await site.post('/letters/track/', KEY);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(shownProps(answer.text)).toEqual({ template: 'Tracking', tracking: TRACKING, code: KEY.code, errors: [], thanks: false });
  });

  test('forgives how people type a number', async () => {
    expect((await site.post('/letters/track/', { number: ' ２０２６１１０９—abcdef', code: 'abcd efgh' })).status).toBe(200);
  });

  test('says the same for an unknown number and a wrong code, with what was typed', async () => {
    const answer = await site.post('/letters/track/', { number: KEY.number, code: 'wrong' });
    expect(answer.status).toBe(422);
    expect(shownProps(answer.text)).toEqual({
      template: 'TrackForm', values: { number: KEY.number, code: 'wrong' }, errors: [{ field: 'code', message: '编号或查询码不对' }],
    });
  });

  test('names both fields when both are empty', async () => {
    const answer = await site.post('/letters/track/', {});
    expect(shownProps(answer.text).errors).toEqual([{ field: 'number', message: '请填写编号' }, { field: 'code', message: '请填写查询码' }]);
    expect(cms.calls).toHaveLength(0);
  });

  test('stops someone who tries codes', async () => {
    for (let attempt = 0; attempt < 30; attempt++) expect((await site.post('/letters/track/', { ...KEY, code: `WRONG${attempt}` })).status).toBe(422);
    expect((await site.post('/letters/track/', KEY)).status).toBe(429);
    site.clock.now += 11 * 60_000;
    expect((await site.post('/letters/track/', KEY)).status).toBe(200);
  });

  test('passes on that the CMS has had enough of tries', async () => {
    cms.tracking = () => ({ status: 429, body: { error: { message: '请稍后再试' } } });
    expect((await site.post('/letters/track/', KEY)).status).toBe(429);
  });

  test('says that it cannot look while the CMS is away', async () => {
    cms.behaviour = 'hangs';
    const answer = await site.post('/letters/track/', KEY);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('现在查不了进度');
  });

  test('begins with the number from the address', async () => {
    expect(shownProps((await site.get(`/letters/track/?number=${KEY.number}`)).text).values).toEqual({ number: KEY.number, code: '' });
    expect((await site.get('/letters/track/')).text).toBe(SITE['/letters/track/']);
  });
});

describe('a rating', () => {
  test('is passed on and thanked for', async () => {
    cms.tracking = () => ({ status: 200, body: { ...TRACKING, state: 'rated', mayRate: false, rating: 5 } });
    const answer = await site.post('/letters/rate/', { ...KEY, rating: '5', comment: ' 很快 ' });
    expect(answer.status).toBe(200);
    expect(shownProps(answer.text)).toMatchObject({ template: 'Tracking', thanks: true, tracking: { rating: 5 } });
    expect(cms.calls).toMatchObject([{ path: '/api/cases/rate', body: { ...KEY, rating: 5, comment: '很快' } }]);
  });

  test('without a choice comes back with the case', async () => {
    const answer = await site.post('/letters/rate/', { ...KEY, comment: '' });
    expect(answer.status).toBe(422);
    expect(shownProps(answer.text)).toMatchObject({ template: 'Tracking', tracking: TRACKING, errors: [{ field: 'rating', message: '请选择满意程度' }] });
  });

  test('that the CMS does not take says why', async () => {
    const { tracking } = cms;
    cms.tracking = (body) => ('rating' in body ? refuse(400, 'rating', '您已经评价过了') : tracking(body));
    const answer = await site.post('/letters/rate/', { ...KEY, rating: '1' });
    expect(shownProps(answer.text)).toMatchObject({ thanks: false, errors: [{ field: 'rating', message: '您已经评价过了' }] });
  });

  test('with a wrong code shows nothing of the case', async () => {
    const answer = await site.post('/letters/rate/', { ...KEY, code: 'WRONG', rating: '5' });
    expect(answer.status).toBe(422);
    expect(shownProps(answer.text).template).toBe('TrackForm');
    expect(answer.text).not.toContain(TRACKING.answer!);
  });

  test('goes back to the form when its address is opened', async () => {
    expect(await site.get('/elder/letters/rate/')).toMatchObject({ status: 303, headers: { location: '/elder/letters/track/' } });
  });
});
