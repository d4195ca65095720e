import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, PASSWORD, type RunningCms } from './boot';

let cms: RunningCms;
beforeAll(async () => {
  cms = await bootCms({ SECOND_FACTOR: 'required' });
  for (const role of ['author', 'signer', 'site-administrator', 'strapi-super-admin']) {
    await ensureUser(cms.strapi, { email: `${role}@example.cn`, name: role, password: PASSWORD, role });
  }
});
afterAll(() => cms?.stop());
beforeEach(() => cms.strapi.db.connection('access_attempts').delete());

interface Client {
  token: string;
  cookie: string;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any; header: string | null }>;
}

/** A browser: the token of the last answer that brought one, and its cookies. */
function client(): Client {
  const self: Client = {
    token: '',
    cookie: '',
    async call(method, path, body) {
      const answer = await fetch(`${cms.address}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(self.token ? { authorization: `Bearer ${self.token}` } : {}), ...(self.cookie ? { cookie: self.cookie } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const cookies = answer.headers.getSetCookie().filter((one) => /^strapi_admin_refresh/.test(one) && !/path=\/uploads/i.test(one));
      if (cookies.length > 0) self.cookie = cookies.map((one) => one.split(';')[0]).join('; ');
      const text = await answer.text();
      const read = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
      if (read?.data?.token) self.token = read.data.token;
      return { status: answer.status, body: read, header: answer.headers.get('x-second-factor') };
    },
  };
  return self;
}
async function signIn(email: string): Promise<Client> {
  const browser = client();
  expect((await browser.call('POST', '/admin/login', { email, password: PASSWORD, deviceId: crypto.randomUUID(), rememberMe: true })).status).toBe(200);
  return browser;
}

/** Steps that were used by a test are not used again: a code works once. */
const steps = new Map<string, number>();
function codeOf(secret: string): string {
  // Not the step before, which may be over by the time the code arrives.
  const now = Math.floor(Date.now() / 30_000);
  const step = Math.max(now, (steps.get(secret) ?? 0) + 1);
  steps.set(secret, step);
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * 30_000 });
}
/** Gives the account's last step back, so that a test need not wait half a minute for the next code. */
const forgetSteps = async (secret: string) => {
  steps.delete(secret);
  await cms.strapi.db.connection('access_second_factors').update({ last_step: 0 });
};
async function enrol(browser: Client): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { body } = await browser.call('POST', '/access/second-factor/enrolment', {});
  const { secret } = body.data as { secret: string };
  const answer = await browser.call('POST', '/access/second-factor/enrolment/confirm', { code: codeOf(secret) });
  expect([answer.status, answer.body.data?.recoveryCodes?.length]).toEqual([200, 10]);
  await forgetSteps(secret);
  return { secret, recoveryCodes: answer.body.data.recoveryCodes };
}
const mayWork = async (browser: Client) => {
  const { status, header } = await browser.call('GET', '/admin/users/me');
  return status === 200 ? 'open' : status === 403 && header === 'pending' ? 'pending' : status;
};
const actionsOf = async (prefix: string) => (await cms.strapi.db.connection('access_audit').where('action', 'like', `${prefix}%`).orderBy('sequence')).map(({ action }: { action: string }) => action);

interface Route {
  methods: string[];
  path: string;
}
/** Every route of the server that is not the public's. */
function adminRoutes(): { method: string; path: string }[] {
  const routes = cms.strapi.server.listRoutes() as unknown as Route[];
  return routes
    .filter(({ path }) => !path.startsWith('/api') && !/^\/(uploads|_health)|^\/?$/.test(path))
    .flatMap(({ methods, path }) => methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path: path.replace(/\(\.\*\)|\(.*?\)/g, '').replace(/:[A-Za-z_]+\*?\??/g, '1') })));
}

describe('a session that owes its second factor', () => {
  /** Routes that ask for no session at all. */
  const WITHOUT_SESSION = [
    'GET /admin/init', 'GET /admin/project-type', 'GET /admin/providers', 'GET /admin/registration-info', 'GET /admin/1', 'POST /admin/access-token', 'POST /admin/forgot-password', 'POST /admin/login',
    'POST /admin/register', 'POST /admin/register-admin', 'POST /admin/reset-password', 'GET /i18n/iso-locales', 'GET /content-manager/preview/script',
  ];
  const OPEN = ['GET /access/second-factor', 'POST /access/second-factor/enrolment', 'POST /access/second-factor/enrolment/confirm', 'POST /access/second-factor/verify', 'POST /admin/logout'];

  test('by signing in or by renewing it is refused by every route of the admin', async () => {
    const sessions = { 'by signing in': await signIn('admin@example.cn'), 'by renewing it': await signIn('admin@example.cn') };
    expect((await sessions['by renewing it'].call('POST', '/admin/access-token', {})).status).toBe(200);
    const [reached, free]: [string[], string[]] = [[], []];
    const routes = adminRoutes();
    expect(routes.length).toBeGreaterThan(150);
    for (const { method, path } of routes) {
      const name = `${method} ${path}`;
      if (OPEN.includes(name) || name === 'POST /admin/access-token') continue;
      await cms.strapi.db.connection('access_attempts').delete();
      const anonymous = await client().call(method, path, method === 'GET' ? undefined : {});
      if (anonymous.status !== 401) {
        free.push(name);
        continue;
      }
      for (const [how, pending] of Object.entries(sessions)) {
        const { status, header } = await pending.call(method, path, method === 'GET' ? undefined : {});
        // Transfers take tokens of their own and know no session.
        if (path.startsWith('/admin/transfer/runner/') && status === 401) continue;
        if (status !== 403 || header !== 'pending') reached.push(`${name} ${how} ${status}`);
      }
    }
    expect(reached).toEqual([]);
    expect(free.filter((name) => !WITHOUT_SESSION.includes(name))).toEqual([]);
  }, 300_000);

  test('comes from an invitation, too', async () => {
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'signer' } });
    await cms.strapi.service('admin::user')!.create({ email: 'invited@example.cn', firstname: '新人', isActive: false, registrationToken: 'invitation', roles: [role.id] });
    const browser = client();
    const answer = await browser.call('POST', '/admin/register', { registrationToken: 'invitation', userInfo: { firstname: '新人', password: 'Lizhi-shucheng-17' } });
    expect([answer.status, await mayWork(browser)]).toEqual([200, 'pending']);
  });

  test('comes from a new password, too, and from no first administrator', async () => {
    await cms.strapi.db.query('admin::user').update({ where: { email: 'signer@example.cn' }, data: { resetPasswordToken: 'forgotten' } });
    await cms.strapi.db.query('admin::user').update({ where: { email: 'signer@example.cn' }, data: { resetPasswordTokenExpiresAt: new Date(Date.now() + 60_000) } as never }).catch(() => undefined);
    const browser = client();
    const answer = await browser.call('POST', '/admin/reset-password', { resetPasswordToken: 'forgotten', password: PASSWORD });
    expect([answer.status, await mayWork(browser)]).toEqual([200, 'pending']);
    expect((await client().call('POST', '/admin/register-admin', { email: 'thief@example.cn', firstname: '贼', password: 'Lizhi-shucheng-17' })).status).toBe(400);
  });

  test('opens no uploaded file', async () => {
    const browser = await signIn('admin@example.cn');
    const answer = await fetch(`${cms.address}/uploads/no-such-file.png`, { headers: { cookie: browser.cookie } });
    expect(answer.status).toBe(404);
  });

  test('is not asked of an author, who may have one nevertheless', async () => {
    const browser = await signIn('author@example.cn');
    expect(await mayWork(browser)).toBe('open');
    const { secret } = await enrol(browser);
    expect(await mayWork(browser)).toBe('open');
    const later = await signIn('author@example.cn');
    expect(await mayWork(later)).toBe('pending');
    await later.call('POST', '/access/second-factor/verify', { code: codeOf(secret) });
    await forgetSteps(secret);
    expect((await later.call('POST', '/access/second-factor/remove', { code: codeOf(secret) })).status).toBe(200);
    expect(await mayWork(await signIn('author@example.cn'))).toBe('open');
  });
});

describe('giving it', () => {
  let secret: string;
  let recoveryCodes: string[];

  test('begins with a phone: the session opens, and stays open when it is renewed', async () => {
    const browser = await signIn('admin@example.cn');
    expect((await browser.call('GET', '/access/second-factor')).body.data).toMatchObject({ isRequired: true, isEnrolled: false, isPending: true });
    ({ secret, recoveryCodes } = await enrol(browser));
    expect(await mayWork(browser)).toBe('open');
    expect((await browser.call('POST', '/admin/access-token', {})).status).toBe(200);
    expect(await mayWork(browser)).toBe('open');
    const stored = JSON.stringify([await cms.strapi.db.connection('access_second_factors').select(), await cms.strapi.db.connection('access_recovery_codes').select()]);
    expect(stored).not.toContain(secret);
    for (const code of recoveryCodes) expect(stored).not.toContain(code);
  });

  test('needs a code at each sign-in, and takes each code once', async () => {
    const browser = await signIn('admin@example.cn');
    expect(await mayWork(browser)).toBe('pending');
    expect((await browser.call('POST', '/access/second-factor/enrolment', {})).status, 'no second phone').toBe(400);
    const wrong = await browser.call('POST', '/access/second-factor/verify', { code: '000000' });
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining('验证码不对')]);
    const code = codeOf(secret);
    expect((await browser.call('POST', '/access/second-factor/verify', { code })).status).toBe(200);
    expect(await mayWork(browser)).toBe('open');
    const another = await signIn('admin@example.cn');
    expect((await another.call('POST', '/access/second-factor/verify', { code })).status, 'the same code again').toBe(400);
    const atOnce = codeOf(secret);
    const answers = await Promise.all([another, await signIn('admin@example.cn')].map((each) => each.call('POST', '/access/second-factor/verify', { code: atOnce })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    await forgetSteps(secret);
    expect(await actionsOf('second-factor.')).toEqual(expect.arrayContaining(['second-factor.enrol', 'second-factor.succeed', 'second-factor.fail']));
  });

  test('works with a recovery code, once', async () => {
    const [code] = recoveryCodes;
    const browser = await signIn('admin@example.cn');
    expect((await browser.call('POST', '/access/second-factor/verify', { recoveryCode: code!.toLowerCase() })).status).toBe(200);
    expect(await mayWork(browser)).toBe('open');
    expect((await browser.call('GET', '/access/second-factor')).body.data.recoveryCodesLeft).toBe(9);
    const again = await (await signIn('admin@example.cn')).call('POST', '/access/second-factor/verify', { recoveryCode: code });
    expect([again.status, again.body.error.message]).toEqual([400, expect.stringContaining('恢复码不对')]);
  });

  test('is slowed down for whoever guesses, right code or not', async () => {
    const browser = await signIn('admin@example.cn');
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await browser.call('POST', '/access/second-factor/verify', { code: '000000' })).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400]);
    expect((await browser.call('POST', '/access/second-factor/verify', { code: codeOf(secret) })).status).toBe(429);
    await forgetSteps(secret);
  });

  test('can be renewed: ten new codes, and the old ones are void', async () => {
    const browser = await signIn('admin@example.cn');
    await browser.call('POST', '/access/second-factor/verify', { code: codeOf(secret) });
    await forgetSteps(secret);
    const { status, body } = await browser.call('POST', '/access/second-factor/recovery-codes', { code: codeOf(secret) });
    expect([status, body.data.recoveryCodes.length]).toEqual([200, 10]);
    await forgetSteps(secret);
    const old = await (await signIn('admin@example.cn')).call('POST', '/access/second-factor/verify', { recoveryCode: recoveryCodes[5] });
    expect(old.status).toBe(400);
  });

  test('of a lost phone is reset by another administrator, never by oneself, and of a super administrator by another one', async () => {
    const siteAdministrator = await signIn('site-administrator@example.cn');
    await enrol(siteAdministrator);
    const signer = await signIn('signer@example.cn');
    await enrol(signer);
    const idOf = async (email: string) => (await cms.strapi.db.query('admin::user').findOne({ where: { email } })).id;
    const reset = async (browser: Client, email: string) => (await browser.call('POST', `/access/second-factors/${await idOf(email)}/reset`, {})).status;
    expect(await reset(siteAdministrator, 'site-administrator@example.cn')).toBe(400);
    expect(await reset(siteAdministrator, 'admin@example.cn')).toBe(400);
    expect(await reset(signer, 'site-administrator@example.cn')).toBe(403);
    expect(await reset(siteAdministrator, 'signer@example.cn')).toBe(200);
    expect(await mayWork(signer), 'their sessions end').toBe(401);
    const returning = await signIn('signer@example.cn');
    expect((await returning.call('GET', '/access/second-factor')).body.data).toMatchObject({ isEnrolled: false, isPending: true, recoveryCodesLeft: 0 });
    const other = await signIn('strapi-super-admin@example.cn');
    await enrol(other);
    expect(await reset(other, 'admin@example.cn')).toBe(200);
    expect(await actionsOf('second-factor.reset')).toHaveLength(2);
  });
});

describe('sessions', () => {
  test('are listed and ended by their owner; the token of an ended one is worth nothing, nor the one before it', async () => {
    const [here, there] = [await signIn('author@example.cn'), await signIn('author@example.cn')];
    const before = there.token;
    await there.call('POST', '/admin/access-token', {});
    const { data } = (await here.call('GET', '/admin/users/me/sessions')).body as { data: { id: string; current: boolean }[] };
    for (const session of data.filter(({ current }) => !current)) expect((await here.call('DELETE', `/admin/users/me/sessions/${session.id}`)).status).toBe(200);
    expect(await mayWork(there)).toBe(401);
    there.token = before;
    expect(await mayWork(there)).toBe(401);
    expect(await mayWork(here)).toBe('open');
    expect(await actionsOf('session.')).toContain('session.revoke');
  });
});
