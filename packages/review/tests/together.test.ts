import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { ARTICLE, buildCity, type City, writeArticle } from './city.ts';
import { startCms, type TestCms } from './cms.ts';

const GATEWAY_TOKEN = 'a-token-of-the-gateway-of-the-tests-only';

let cms: TestCms;
let city: City;
beforeAll(async () => {
  cms = await startCms({ GATEWAY_TOKEN, PORTAL_URL: 'http://portal.example' });
  city = await buildCity(cms);
});
afterAll(() => cms.stop());
afterEach(() => city.administrator.call('PUT', '/review/flows', { flows: [] }));

const flow = (stages: object[], place: object = {}) => ({ name: '试行', site: null, column: null, uid: null, ...place, stages });
const stage = (name: string, more: object = {}) => ({ name, roles: ['reviewer'], users: [], countersign: 'any', days: 1, ...more });
const setFlows = (...flows: object[]) => city.administrator.call('PUT', '/review/flows', { flows });

describe('会签', () => {
  test('of all waits for each named person and each role, in any order, and lets nobody sit twice', async () => {
    const { signer, reviewer, secondReviewer, author } = city;
    expect((await setFlows(flow([stage('会审', { users: [signer.id], roles: ['reviewer'], countersign: 'all' })]))).status).toBe(200);
    const article = await writeArticle(city);
    await article.move(author, 'submit');
    expect((await article.standing(author)).stages).toMatchObject([{ waitsFor: { roles: ['reviewer'], people: [{ name: '闻笛' }] } }]);
    expect((await article.move(reviewer, 'approve')).status).toBe(200);
    expect((await article.move(reviewer, 'approve')).message).toContain('不由您审');
    expect((await article.move(secondReviewer, 'approve')).message).toContain('“会审”不由您审');
    expect(await article.published()).toBeNull();
    expect((await article.move(signer, 'approve')).status).toBe(200);
    expect(await article.published()).not.toBeNull();
  });

  test('of any is done with the first', async () => {
    await setFlows(flow([stage('审核', { roles: ['reviewer', 'signer'] })]));
    const article = await writeArticle(city);
    await article.move(city.author, 'submit');
    await article.move(city.signer, 'approve');
    expect(await article.published()).not.toBeNull();
  });
});

describe('flows', () => {
  test('hold for their type, column and site, and reach nothing that is in review already', async () => {
    const before = await writeArticle(city);
    await before.move(city.author, 'submit');
    await setFlows(flow([stage('一审')], { uid: ARTICLE }), flow([stage('公告审')], { column: city.notices }));
    const article = await writeArticle(city);
    const notice = await writeArticle(city, { column: { connect: [{ documentId: city.notices }] } });
    const stagesOf = async (one: typeof article) => (await one.standing(city.author)).stages.map(({ name }: { name: string }) => name);
    expect([await stagesOf(article), await stagesOf(notice), await stagesOf(before)]).toEqual([['一审'], ['公告审'], ['初审', '复审', '签发']]);
  });

  test('are chosen anew for a text that gets another column while it is reviewed', async () => {
    const { author, reviewer, signer, news, notices } = city;
    await setFlows(flow([stage('公告审', { roles: ['signer'] })], { column: notices }));
    const article = await writeArticle(city, { column: { connect: [{ documentId: notices }] } });
    await article.move(author, 'submit');
    await article.save(author, { column: { set: [{ documentId: news }] } });
    expect(await article.standing(author)).toMatchObject({ edition: { state: 'reviewing', round: 2 }, stages: [{ name: '初审', state: 'current' }, { name: '复审' }, { name: '签发' }] });
    expect((await article.move(signer, 'approve')).message).toContain('“初审”不由您审');
    const told = await cms.strapi.db.connection('review_notices').where({ document_id: article.documentId, kind: 'waiting' }).pluck('text');
    expect(told.at(-1)).toContain('等您初审');
    expect((await article.move(reviewer, 'approve')).status).toBe(200);
  });

  test('are refused with every reason, and are for administrators', async () => {
    const { status, body } = await setFlows(flow([stage('审', { roles: [] }), stage('审', { days: 0 })], { uid: 'api::column.column' }));
    expect(status).toBe(400);
    expect(body.error.details.errors.map(({ message }: { message: string }) => message)).toContain('时限至少 1 个工作日');
    const second = await setFlows(flow([stage('审', { roles: [] }), stage('审')], { uid: 'api::column.column' }));
    expect(second.body.error.message).toContain('没有人能审');
    expect(second.body.error.message).toContain('有两个环节都叫“审”');
    expect((await setFlows(flow([stage('审')], { uid: 'api::column.column' }))).body.error.message).toContain('没有这类需要审核的内容');
    expect((await city.signer.call('PUT', '/review/flows', { flows: [] })).status).toBe(403);
  });

  test('whose stage nobody can pass are said at submission', async () => {
    await cms.strapi.db.query('admin::user').update({ where: { id: city.administrator.id }, data: { isActive: false } });
    const alone = await cms.strapi.db.query('admin::user').findOne({ where: { id: city.secondSigner.id } });
    await cms.strapi.db.query('admin::user').updateMany({ where: { id: { $in: [alone.id, city.signer.id] } }, data: { isActive: false } });
    const article = await writeArticle(city);
    expect((await article.move(city.author, 'submit')).message).toContain('“签发”除了写稿的人没有别人能审');
    await cms.strapi.db.query('admin::user').updateMany({ where: { id: { $in: [alone.id, city.signer.id, city.administrator.id] } }, data: { isActive: true } });
    expect((await article.move(city.author, 'submit')).status).toBe(200);
  });
});

describe('who has it', () => {
  test('is who claimed it, until it is released or handed to somebody who can act', async () => {
    const { author, reviewer, secondReviewer, signer } = city;
    const article = await writeArticle(city);
    await article.move(author, 'submit');
    await article.move(reviewer, 'claim');
    expect((await article.standing(secondReviewer)).holder).toMatchObject({ name: '陆一川' });
    expect((await article.move(secondReviewer, 'approve')).message).toBe('不能通过：已由陆一川领取，可请对方放回或转交。');
    expect((await article.move(reviewer, 'reassign', { to: signer.id })).message).toContain('不能审这一环节');
    expect((await article.move(reviewer, 'reassign', { to: secondReviewer.id, remark: '我今天外出' })).status).toBe(200);
    expect((await article.move(reviewer, 'approve')).message).toContain('已由沈知微领取');
    await article.move(secondReviewer, 'release');
    expect((await article.move(reviewer, 'approve')).status).toBe(200);
  });

  test('may be a colleague during absence, held to the same rules', async () => {
    const { author, reviewer, secondReviewer, signer, secondSigner, colleague } = city;
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
    const delegate = (person: number, to: number, more: object = {}) =>
      city.administrator.call('POST', '/review/delegations', { person, delegate: to, from: day(-1), until: day(3), ...more });
    expect((await delegate(signer.id, city.stranger.id)).body.error.message).toContain('不在同一个机构');
    expect((await delegate(signer.id, reviewer.id, { until: day(-2) })).body.error.details.errors[0].path).toEqual(['until']);
    expect((await author.call('POST', '/review/delegations', { person: signer.id, delegate: author.id, from: day(0), until: day(1) })).body.error.message).toContain('只能给自己设代理');
    expect((await delegate(signer.id, colleague.id)).status).toBe(200);

    const article = await writeArticle(city);
    await article.move(author, 'submit');
    for (const person of [reviewer, secondReviewer]) await article.move(person, 'approve');
    expect((await article.standing(colleague)).next).toBe('approve');
    expect((await article.move(colleague, 'approve')).status).toBe(200);
    expect(await article.published()).not.toBeNull();

    const own = await writeArticle(city, { by: signer });
    await own.move(signer, 'submit');
    for (const person of [reviewer, secondReviewer]) await own.move(person, 'approve');
    expect((await own.move(colleague, 'approve')).message).toContain('不由您审');
    expect((await own.move(secondSigner, 'approve')).status).toBe(200);

    const { body } = await signer.call('GET', '/review/delegations');
    for (const { id } of body.data.delegations) expect((await signer.call('DELETE', `/review/delegations/${id}`)).status).toBe(200);
    const after = await writeArticle(city);
    await after.move(author, 'submit');
    for (const person of [reviewer, secondReviewer]) await after.move(person, 'approve');
    expect((await after.move(colleague, 'approve')).message).toContain('不由您审');
  });
});

test('what people without an account say through a link fills no seat of a stage', async () => {
  const { author } = city;
  const article = await writeArticle(city);
  await article.move(author, 'submit');
  const { stages } = await article.standing(author);
  const call = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${GATEWAY_TOKEN}` };
    return (await (await fetch(`${cms.url}/api/review/previews${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as { kind: string; link: { digest: string } };
  };
  for (let person = 0; person < 3; person++) {
    const { body } = await author.call('POST', `/review/documents/${ARTICLE}/${article.documentId}/previews`, { kind: 'advice' });
    const token = new URL(body.data.url).pathname.split('/')[2];
    const { digest } = (await call('', { token })).link;
    const submission = { verdict: 'agree', text: '', name: '江一帆', organisation: '望川大学', role: '教授', digest };
    expect(await call('/advice', { token, submission })).toMatchObject({ kind: 'taken' });
  }
  expect((await article.standing(author)).stages).toEqual(stages);
  expect(await article.published()).toBeNull();
});
