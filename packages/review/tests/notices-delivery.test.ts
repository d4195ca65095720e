import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Notices } from '../server/src/notices/tell.ts';
import { type Person, startCms, type TestCms } from './cms.ts';
import { MAIL_PASSWORD, MAIL_USER, type MailStandIn, startMailServer } from './stand-ins/mail-server.ts';
import { DINGTALK_SECRET, FEISHU_SECRET, type RobotStandIn, startRobotServer } from './stand-ins/robot-server.ts';

let cms: TestCms;
let mail: MailStandIn;
let robots: RobotStandIn;
let notices: Notices;
let lin: Person;
let admin: Person;
let water: string;
let article: string;

beforeAll(async () => {
  [mail, robots] = await Promise.all([startMailServer(), startRobotServer()]);
  cms = await startCms({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mail.port),
    SMTP_TLS: 'none',
    SMTP_USER: MAIL_USER,
    SMTP_PASSWORD: MAIL_PASSWORD,
    MAIL_FROM: '望川市人民政府门户网站 <notices@wangchuan.example>',
    ADMIN_URL: 'https://cms.wangchuan.example',
    NOTICE_ORIGINS: robots.origin,
    REVIEW: 'off',
  });
  notices = cms.strapi.plugin('review').service('notices') as unknown as Notices;
  lin = await cms.person('林晓', 'reviewer');
  admin = await cms.person('周明', 'site-administrator');
  await choose(lin, {});
  await choose(admin, { mail: {} });
  const create = async (uid: string, data: object) => (await cms.strapi.documents(uid as never).create({ data: data as never, locale: 'zh-Hans' } as never)).documentId;
  water = await create('api::agency.agency', { title: '望川市水务局', code: 'water' });
  article = await create('api::article.article', { title: '望川大桥十二月通车', agency: water });
});
afterAll(async () => {
  await cms.stop();
  await Promise.all([mail.stop(), robots.stop()]);
});
afterEach(async () => {
  for (const robot of (await admin.call('GET', '/review/notices/robots')).body.data.robots) await admin.call('DELETE', `/review/notices/robots/${robot.id}`);
});

/** The tests run at any hour: nobody sleeps unless a test says so. */
const OPEN = { mail: {}, digestAt: '08:30', silence: null, urgentAtNight: false };
const choose = (person: Person, choices: object) => person.call('PUT', '/review/notices/choices', { ...OPEN, ...choices });
const doc = () => ({ uid: 'api::article.article', documentId: article, locale: 'zh-Hans', title: '望川大桥十二月通车' });
const table = (name: string) => cms.strapi.db.connection(name);
/** The seconds for which what goes to one place is gathered (plan-delivery.test.ts) are not waited for. */
const skipGathering = async () => {
  const gathering = () => table('review_deliveries').where({ state: 'waiting', bundle: 'now', attempts: 0 });
  if (await gathering().where('due_at', '>', new Date().toISOString()).update({ due_at: new Date().toISOString() })) await notices.tell({ kind: 'confirmed', to: [] });
};
const until = async <T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> => {
  for (let tries = 0; tries < 400; tries++) {
    const found = await look();
    if (found) return found;
    await new Promise((later) => setTimeout(later, 50));
    await skipGathering();
  }
  throw new Error('It did not happen within 20 s');
};
const lettersTo = (person: Person, what: string) => mail.arrived.filter(({ to, headers, text }) => to.includes(person.email) && `${headers.subject} ${text}`.includes(what));
const robot = (service: 'wecom' | 'dingtalk' | 'feishu', more: object = {}) => ({
  name: `水务局${service}群`,
  service,
  agency: null,
  site: null,
  kinds: ['waiting', 'forced'],
  withTitles: true,
  silence: null,
  urgentAtNight: true,
  isOn: true,
  address: robots.addresses[service],
  ...more,
});
/** Deliveries nobody is sending just now, newest first. */
const deliveries = async (of: object) => table('review_deliveries').where(of).whereNull('claimed_by').orderBy('made_at', 'desc');
/** Makes what waits due, as if the time had come. */
const hurry = async (of: object) => {
  await table('review_deliveries').where({ state: 'waiting', ...of }).update({ due_at: '2020-01-01T00:00:00.000Z' });
  await notices.tell({ kind: 'confirmed', to: [] });
};

describe('letters', () => {
  test('say what happened with title and link, and nothing of the text', async () => {
    await notices.tell({ kind: 'waiting', to: [lin.id], document: doc(), text: '机密：请初审这一段' });
    const letter = await until(() => lettersTo(lin, '等您审核')[0]);
    expect(letter.headers.subject).toBe('【明窗】等您审核：望川大桥十二月通车');
    expect(letter.text).toContain(`https://cms.wangchuan.example/admin/content-manager/collection-types/api::article.article/${article}`);
    expect(letter.raw).not.toContain('机密');
    expect(Buffer.from(letter.raw.replace(/\s/g, ''), 'base64').toString() + letter.text).not.toContain('机密');
    const row = await until(async () => (await deliveries({ user_id: lin.id, state: 'sent' }))[0]);
    expect(letter.headers['message-id']).toBe(`<${row.id}@wangchuan.example>`);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, problem: null });
  });

  test('leave titles out when the installation wants that', async () => {
    await admin.call('PUT', '/review/notices/policy', { mailTitles: false });
    await notices.tell({ kind: 'reassigned', to: [lin.id], document: doc() });
    const letter = await until(() => lettersTo(lin, '转交给您')[0]);
    expect(letter.headers.subject).toBe('【明窗】转交给您');
    expect(letter.text).not.toContain('大桥');
    await admin.call('PUT', '/review/notices/policy', { mailTitles: true });
  });

  test('gather in one digest, which can be looked at before', async () => {
    await choose(lin, { mail: { published: 'digest' } });
    for (const title of ['第一篇', '第二篇', '已经看过的一篇']) await notices.tell({ kind: 'published', to: [lin.id], document: { ...doc(), title } });
    await until(async () => (await lin.call('GET', '/review/notices/digest')).body.data.count === 3);
    const { body } = await lin.call('GET', '/review/notices?unread=true');
    await lin.call('POST', '/review/notices/read', { ids: [body.data.notices.find(({ title }: { title: string }) => title === '已经看过的一篇').id], isRead: true });
    const { letter } = (await lin.call('GET', '/review/notices/digest')).body.data;
    expect(letter.subject).toBe('【明窗】今日汇总：2 条通知');

    await hurry({ user_id: lin.id, bundle: 'digest' });
    const arrived = await until(() => lettersTo(lin, '今日汇总')[0]);
    expect(arrived.text.trim()).toBe(letter.text.replace(/\n/g, '\r\n').trim());
    expect(arrived.text).not.toContain('已经看过的一篇');
  });

  test('wait for the end of the night, except an urgent one for whoever allows it', async () => {
    const minute = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 60_000).toISOString().slice(11, 16);
    await choose(lin, { silence: { from: minute(-5), to: minute(30) }, urgentAtNight: true });
    await notices.tell({ kind: 'overdue', to: [lin.id], document: { ...doc(), title: '夜里超期' } });
    await notices.tell({ kind: 'forced', to: [lin.id], document: { ...doc(), title: '夜里紧急' } });
    await until(() => lettersTo(lin, '夜里紧急')[0]);
    const [held] = await deliveries({ user_id: lin.id, bundle: 'night' });
    expect(held.state).toBe('waiting');
    expect(new Date(held.due_at).getTime() - Date.now()).toBeGreaterThan(28 * 60_000);
    expect(lettersTo(lin, '夜里超期')).toHaveLength(0);
    await hurry({ user_id: lin.id, bundle: 'night' });
    await until(() => lettersTo(lin, '夜里超期')[0]);
    await choose(lin, {});
  });

  test('are tried again while the mail server refuses, and given up where there is no such mailbox', async () => {
    let answers = 0;
    mail.judge = async () => (answers++ === 0 ? Object.assign(new Error('try later'), { responseCode: 451 }) : null);
    await notices.tell({ kind: 'returned', to: [lin.id], document: { ...doc(), title: '再试一次' } });
    const failed = await until(async () => (await deliveries({ user_id: lin.id, attempts: 1, state: 'waiting' }))[0]);
    expect(failed.problem).toContain('451');
    expect(new Date(failed.due_at).getTime()).toBeGreaterThan(Date.now() + 30_000);
    await hurry({ id: failed.id });
    const letter = await until(() => lettersTo(lin, '再试一次')[0]);
    expect(letter.headers['x-mingchuang-delivery']).toBe(failed.id);

    mail.judge = async () => Object.assign(new Error('no such user'), { responseCode: 550 });
    await notices.tell({ kind: 'returned', to: [lin.id], document: { ...doc(), title: '没有这个邮箱' } });
    await until(async () => (await deliveries({ user_id: lin.id, state: 'failed' }))[0]);
    mail.judge = async () => null;
  });
});

describe('who forgot the password', () => {
  test('gets a Chinese letter by the same mail server, with a link that works once', async () => {
    const forgetful = await cms.person('何田田', 'author');
    const ask = (path: string, body: object) => fetch(`${cms.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await ask('/admin/forgot-password', { email: forgetful.email })).status).toBe(204);
    const letter = await until(() => lettersTo(forgetful, '重新设置您的后台密码')[0]);
    expect(letter.headers.from).toBe('望川市人民政府门户网站 <notices@wangchuan.example>');
    const [, code] = /https:\/\/cms\.wangchuan\.example\/admin\/auth\/reset-password\?code=([0-9a-f]+)/.exec(letter.text)!;
    const reset = () => ask('/admin/reset-password', { resetPasswordToken: code, password: 'Xinmima-shucheng-2027!' });
    expect((await reset()).status).toBe(200);
    expect((await reset()).status).toBe(400);
    expect((await ask('/admin/login', { email: forgetful.email, password: 'Xinmima-shucheng-2027!' })).status).toBe(200);
  });

  test('is told nothing of who has an account, and no letter goes to a stranger', async () => {
    const sent = mail.arrived.length;
    const answer = await fetch(`${cms.url}/admin/forgot-password`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'nobody@wangchuan.example' }) });
    expect(answer.status).toBe(204);
    await notices.tell({ kind: 'waiting', to: [admin.id], document: { ...doc(), title: '之后的一封' } });
    await until(() => lettersTo(admin, '之后的一封')[0]);
    expect(mail.arrived.slice(sent).some(({ to }) => to.includes('nobody@wangchuan.example'))).toBe(false);
  });
});

describe('robots', () => {
  test('of all three services take the message, with signatures they check', async () => {
    await admin.call('POST', '/review/notices/robots', robot('wecom'));
    await admin.call('POST', '/review/notices/robots', robot('dingtalk', { secret: DINGTALK_SECRET }));
    await admin.call('POST', '/review/notices/robots', robot('feishu', { secret: FEISHU_SECRET, withTitles: false }));
    await notices.tell({ kind: 'forced', to: [], document: doc(), text: '机密' });
    await until(() => robots.posted.length === 3);
    expect(robots.refused).toEqual([]);
    const by = (service: string) => robots.posted.find((posted) => posted.service === service)!;
    expect(by('wecom').body.markdown.content).toContain('**紧急发布，等待追认**：[望川大桥十二月通车](https://cms.wangchuan.example/admin/');
    expect(by('dingtalk').body.markdown.title).toBe('紧急发布，等待追认：望川大桥十二月通车');
    expect(JSON.stringify(by('feishu').body)).not.toContain('大桥');
    expect(JSON.stringify(robots.posted)).not.toContain('机密');
  });

  test('of an agency speak of its documents alone, and of their kinds alone', async () => {
    await admin.call('POST', '/review/notices/robots', robot('wecom', { agency: water }));
    await admin.call('POST', '/review/notices/robots', robot('wecom', { agency: 'somebody-else', name: '别的机构' }));
    const before = robots.posted.length;
    await notices.tell({ kind: 'published', to: [], document: doc() });
    await notices.tell({ kind: 'waiting', to: [], document: doc() });
    await until(() => robots.posted.length > before);
    await until(async () => (await table('review_notices').whereNull('planned_at')).length === 0);
    expect(await deliveries({ state: 'waiting', way: 'robot' })).toEqual([]);
    expect(robots.posted.length).toBe(before + 1);
  });

  test('keep their secrets: none comes out, none stands in the database as it is', async () => {
    const added = await admin.call('POST', '/review/notices/robots', robot('dingtalk', { secret: DINGTALK_SECRET }));
    expect(added).toMatchObject({ status: 201, body: { data: { hasSecret: true, name: '水务局dingtalk群' } } });
    const listed = JSON.stringify([added.body, (await admin.call('GET', '/review/notices/robots')).body]);
    const stored = JSON.stringify(await table('review_robots'));
    for (const text of [listed, stored]) {
      expect(text).not.toContain(DINGTALK_SECRET);
      expect(text).not.toContain('token-of-dingtalk');
    }
    const { id } = added.body.data;
    const { address: _, ...change } = robot('dingtalk', { name: '改了名字' });
    expect(await admin.call('PUT', `/review/notices/robots/${id}`, change)).toMatchObject({ status: 200, body: { data: { name: '改了名字', hasSecret: true } } });
    expect((await admin.call('POST', `/review/notices/robots/${id}/trial`, {})).body.data).toEqual({ problem: null });
  });

  test('with a wrong secret say so, and are tried again', async () => {
    const { body } = await admin.call('POST', '/review/notices/robots', robot('dingtalk', { secret: 'SECwrong' }));
    expect((await admin.call('POST', `/review/notices/robots/${body.data.id}/trial`, {})).body.data.problem).toContain('加签密钥');
    await notices.tell({ kind: 'waiting', to: [], document: doc() });
    const failed = await until(async () => (await deliveries({ robot_id: body.data.id, attempts: 1, state: 'waiting' }))[0]);
    await admin.call('PUT', `/review/notices/robots/${body.data.id}`, robot('dingtalk', { secret: DINGTALK_SECRET }));
    robots.failing = 1;
    await hurry({ id: failed.id });
    await until(async () => (await deliveries({ id: failed.id, attempts: 2, state: 'waiting' }))[0]);
    await hurry({ id: failed.id });
    await until(() => robots.posted.some(({ id }) => id === failed.id));
  });

  test('are refused at addresses of the house, by whoever may not set them up, and without a name', async () => {
    const inside = await admin.call('POST', '/review/notices/robots', robot('feishu', { address: 'http://127.0.0.1:1337/admin/init', name: ' ' }));
    expect(inside.status).toBe(400);
    expect(inside.body.error.details.errors).toMatchObject([{ path: ['name'], message: '请给机器人起个名字，例如“水务局工作群”。' }]);
    const address = await admin.call('POST', '/review/notices/robots', robot('feishu', { address: 'http://127.0.0.1:1337/admin/init' }));
    expect(address.body.error.details.errors[0]).toMatchObject({ path: ['address'], message: '网址要以 https:// 开头。' });
    for (const [method, path] of [['GET', 'robots'], ['POST', 'robots'], ['PUT', 'robots/1'], ['DELETE', 'robots/1'], ['POST', 'robots/1/trial'], ['GET', 'policy'], ['PUT', 'policy'], ['POST', 'mail-trial']])
      expect((await lin.call(method!, `/review/notices/${path}`, method === 'GET' ? undefined : {})).status, path).toBe(403);
  });
});

describe('the inbox', () => {
  test('is everybody’s own: read, unread, counted', async () => {
    await lin.call('POST', '/review/notices/read', { isRead: true });
    await notices.tell({ kind: 'mention', to: [lin.id], document: doc(), text: '周明在意见里提到您' });
    expect((await lin.call('GET', '/review/notices/unread')).body.data).toEqual({ unread: 1 });
    const { notices: mine } = (await lin.call('GET', '/review/notices?unread=true')).body.data;
    expect(mine).toMatchObject([{ label: '有人提到您', text: '周明在意见里提到您', isRead: false }]);
    await admin.call('POST', '/review/notices/read', { ids: [mine[0].id], isRead: true });
    expect((await lin.call('GET', '/review/notices/unread')).body.data).toEqual({ unread: 1 });
    await lin.call('POST', '/review/notices/read', { ids: [mine[0].id], isRead: true });
    expect((await lin.call('GET', '/review/notices/unread')).body.data).toEqual({ unread: 0 });
  });

  test('needs somebody to be signed in, and choices that make sense', async () => {
    expect((await fetch(`${cms.url}/review/notices`)).status).toBe(401);
    const refused = await lin.call('PUT', '/review/notices/choices', { ...OPEN, digestAt: '25:00', mail: { waiting: 'sometimes' } });
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ['digestAt'], message: '汇总发送时间应是“时:分”，例如 08:30。' }),
        expect.objectContaining({ path: ['mail', 'waiting'], message: '请选择“立即”“汇总”或“不发”。' }),
      ]),
    );
  });
});
