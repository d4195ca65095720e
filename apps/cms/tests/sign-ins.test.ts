import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { inviteFirstAdministrator } from '../src/provisioning/first-administrator';
import { ensureUser } from '../src/provisioning/ensure-user';
import { warnOfExposure } from '../src/provisioning/warn-of-exposure';
import { bootCms, PASSWORD, type RunningCms, signIn } from './boot';

const ADMIN = 'admin@example.cn';
let cms: RunningCms;

beforeAll(async () => {
  process.env.TRUST_PROXY = 'true';
  cms = await bootCms();
  await ensureUser(cms.strapi, { email: 'author@example.cn', name: '采编', password: PASSWORD, role: 'author' });
});
afterAll(async () => {
  delete process.env.TRUST_PROXY;
  await cms?.stop();
});

const attempts = () => cms.strapi.db.connection('access_attempts');
beforeEach(async () => {
  await attempts().delete();
  await cms.strapi.db.connection('access_known_addresses').delete();
});

function call(path: string, body: unknown, from = '203.0.113.1', more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${cms.address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...more },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
const enter = (email: string, password: string, from?: string) => call('/admin/login', { email, password }, from);
const messageOf = async (answer: Response) => ((await answer.json()) as { error: { message: string } }).error.message;
const guess = async (times: number, email: string, from?: string) => {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await enter(email, `Wrong-passw0rd-${i}`, from)).status);
  return statuses;
};

describe('guessing a password', () => {
  test('is stopped after five tries, even for the right one, until the lock ends by itself', async () => {
    expect(await guess(6, ADMIN)).toEqual([400, 400, 400, 400, 400, 429]);
    const locked = await enter(ADMIN, PASSWORD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await messageOf(locked)).toBe('尝试次数太多，请在 1 分钟后再试');
    await attempts().update({ locked_until: Date.now() - 1 });
    expect((await enter(ADMIN, PASSWORD)).status).toBe(200);
    expect(await guess(4, ADMIN), 'who came in begins anew').toEqual([400, 400, 400, 400]);
  });

  test('waits longer each time', async () => {
    await guess(5, ADMIN);
    await attempts().update({ locked_until: Date.now() - 1 });
    await guess(1, ADMIN);
    expect(await messageOf(await enter(ADMIN, PASSWORD))).toBe('尝试次数太多，请在 2 分钟后再试');
  });

  test('gains nothing by trying many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => enter(ADMIN, `Wrong-passw0rd-${i}`)));
    expect(answers.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(5);
  });

  test('tells not whether there is such an account', async () => {
    const say = async (email: string) => {
      const first = await enter(email, 'Wrong-passw0rd-1');
      const text = await first.text();
      await guess(5, email);
      const locked = await enter(email, PASSWORD);
      return [first.status, text, locked.status, await messageOf(locked)];
    };
    expect(await say('nobody@example.cn')).toEqual(await say(ADMIN));
  });

  test('from many addresses slows the account down, but not its owner, who is known where they are', async () => {
    expect((await enter(ADMIN, PASSWORD, '198.51.100.7')).status).toBe(200);
    for (let i = 0; i < 20; i++) await guess(1, ADMIN, `203.0.113.${i}`);
    expect((await enter(ADMIN, PASSWORD, '203.0.113.99')).status).toBe(429);
    expect((await enter(ADMIN, PASSWORD, '198.51.100.7')).status).toBe(200);
  });

  test('from one address over many accounts locks that address, not the colleagues who are known there', async () => {
    const office = '198.51.100.9';
    expect((await enter('author@example.cn', PASSWORD, office)).status).toBe(200);
    for (let i = 0; i < 40; i++) await guess(1, `guess${i}@example.cn`, office);
    expect((await enter(ADMIN, PASSWORD, office)).status).toBe(429);
    expect((await enter('author@example.cn', PASSWORD, office)).status).toBe(200);
    expect((await enter(ADMIN, PASSWORD, '198.51.100.10')).status, 'others are not touched').toBe(200);
  });

  test('cannot claim another address each time: only what the proxy saw counts', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await enter(ADMIN, 'Wrong-passw0rd', `10.0.0.${i}, 203.0.113.50`)).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('guessing a token', () => {
  test.each([
    ['/admin/reset-password', { resetPasswordToken: 'guess', password: 'Lizhi-shucheng-17' }],
    ['/admin/register', { registrationToken: 'guess', userInfo: { firstname: '甲', password: 'Lizhi-shucheng-17' } }],
    ['/admin/registration-info?registrationToken=guess', undefined],
  ])('at %s is stopped after ten tries', async (path, body) => {
    for (let i = 0; i < 10; i++) expect((await call(path, body)).status).toBe(400);
    expect((await call(path, body)).status).toBe(429);
  });

  test('letters about a forgotten password are few for each account', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await call('/admin/forgot-password', { email: 'nobody@example.cn' }, `203.0.113.${i}`)).status);
    expect(statuses).toEqual([204, 204, 204, 429]);
  });

  test('a letter about a forgotten password goes nowhere without a mail server, and the log says what to set', async () => {
    const error = vi.spyOn(cms.strapi.log as unknown as { error(problem: Error): void }, 'error');
    expect((await call('/admin/forgot-password', { email: 'author@example.cn' })).status).toBe(204);
    await vi.waitFor(() => expect(String(error.mock.calls)).toContain('还没有设置邮件服务器，请运维人员设置 SMTP_HOST 和 MAIL_FROM'));
    error.mockRestore();
  });
});

test('who comes in and who does not is written down, without passwords, tokens or unknown names', async () => {
  const lines: string[] = [];
  const log = cms.strapi.log as unknown as Record<'info' | 'warn' | 'http', (line: string) => void>;
  const spies = (['info', 'warn', 'http'] as const).map((level) => vi.spyOn(log, level).mockImplementation((line) => void lines.push(line)));
  await enter(ADMIN, PASSWORD, '198.51.100.7');
  await guess(6, 'S3cret-in-the-wrong-field');
  await call('/admin/registration-info?registrationToken=S3cret-token', undefined);
  for (const spy of spies) spy.mockRestore();
  const events = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events[0]).toMatchObject({ event: 'sign-in', outcome: 'succeeded', user: expect.any(Number), network: '198.51.100.0/24', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(events.slice(1).map(({ outcome, user }) => [outcome, user])).toEqual([...Array.from({ length: 5 }, () => ['failed', null]), ['locked', null]]);
  expect(lines.join('\n')).toContain('GET /admin/registration-info (');
  expect(lines.join('\n')).not.toMatch(/S3cret|s3cret|Passw0rd|passw0rd/);
});

describe('a weak password is refused', () => {
  test('in the profile and in user administration, with the reason', async () => {
    const session = await signIn(cms, ADMIN);
    const mine = await session.call('PUT', '/admin/users/me', { currentPassword: PASSWORD, password: 'Password123' });
    expect([mine.status, mine.body.error?.message]).toEqual([400, expect.stringContaining('太常见')]);
    const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'author@example.cn' } });
    const other = await session.call('PUT', `/admin/users/${id}`, { password: 'Kx9author@example.cn' });
    expect([other.status, other.body.error?.message]).toEqual([400, expect.stringContaining('姓名或邮箱')]);
    expect((await enter('author@example.cn', PASSWORD)).status, 'the old one stays').toBe(200);
  });

  test('when an invitation is accepted', async () => {
    const session = await signIn(cms, ADMIN);
    const { body } = await session.call('POST', '/admin/users', { email: 'new@example.cn', firstname: '新人', roles: [1] });
    const accept = (password: string) => call('/admin/register', { registrationToken: body.data.registrationToken, userInfo: { firstname: '新人', password } });
    expect(await messageOf(await accept('Admin12345'))).toContain('太常见');
    expect((await accept('Lizhi-shucheng-17')).status).toBe(200);
    expect((await accept('Lizhi-shucheng-18')).status, 'an invitation works once').toBe(400);
  });
});

describe('the first administrator', () => {
  test('cannot be taken by whoever finds the admin first: there is one link, and it works once', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'invited-'));
    const users = await cms.strapi.db.query('admin::user').findMany({ populate: ['roles'] });
    await cms.strapi.db.query('admin::user').deleteMany({});
    await inviteFirstAdministrator(cms.strapi, dataDir);
    const file = join(dataDir, 'secrets/first-administrator.txt');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const token = new URL(readFileSync(file, 'utf8').trim(), cms.address).searchParams.get('registrationToken')!;

    expect((await call('/admin/register-admin', { email: 'thief@example.cn', firstname: '贼', password: 'Lizhi-shucheng-17' })).status).toBe(400);
    expect((await call('/admin/register', { registrationToken: token, userInfo: { firstname: '管', password: 'Lizhi-shucheng-17' } })).status).toBe(200);
    await inviteFirstAdministrator(cms.strapi, dataDir);
    expect(existsSync(file), 'the link is gone').toBe(false);
    rmSync(dataDir, { recursive: true, force: true });
    await cms.strapi.db.query('admin::user').deleteMany({});
    for (const { id: _id, roles, ...user } of users) await cms.strapi.db.query('admin::user').create({ data: { ...user, roles: roles.map(({ id }: { id: number }) => id) } });
  });
});

describe('the admin', () => {
  test('sends the headers that protect its pages and keeps its answers out of caches', async () => {
    const page = await call('/admin/', undefined, '203.0.113.1', { 'x-forwarded-proto': 'https' });
    const headers = Object.fromEntries(page.headers);
    expect(page.status).toBe(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*https:(?!\/)/);
    expect((await call('/admin/init', undefined)).headers.get('cache-control')).toBe('no-store');
  });

  test('gives a cookie no script can read and no other site can use', async () => {
    const [cookie] = (await enter(ADMIN, PASSWORD)).headers.getSetCookie().filter((one) => one.startsWith('strapi_admin_refresh='));
    expect(cookie).toMatch(/;\s*httponly/i);
    expect(cookie).toMatch(/;\s*samesite=strict/i);
  });

  test('warns when it listens to others without a proxy in front, and of tokens that may do everything', async () => {
    const warn = vi.spyOn(cms.strapi.log, 'warn').mockImplementation((() => undefined) as never);
    await warnOfExposure(cms.strapi, { HOST: '127.0.0.1', TRUST_PROXY: false });
    expect(warn).not.toHaveBeenCalled();
    await cms.strapi.db.query('admin::api-token').create({ data: { kind: 'content-api', type: 'full-access', name: '临时', accessKey: 'x' } });
    await warnOfExposure(cms.strapi, { HOST: '0.0.0.0', TRUST_PROXY: false });
    expect(warn.mock.calls.map(([line]) => line)).toEqual([expect.stringContaining('0.0.0.0'), expect.stringContaining('临时')]);
    warn.mockRestore();
  });
});
