import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, PASSWORD, type RunningCms, type Session, signIn } from './boot';

const MANAGER = '/content-manager/collection-types';
let cms: RunningCms;
let session: Session;
let start = 0;
const sql = () => cms.strapi.db.connection;
const deeds = async () => {
  const rows = await sql()('access_audit').where('sequence', '>', start).orderBy('sequence');
  return rows.map((row: Record<string, string | null>) => ({ ...row, before: JSON.parse(row.before ?? 'null'), after: JSON.parse(row.after ?? 'null') }));
};
const actions = async () => (await deeds()).map(({ action }: { action: string }) => action);
const call = async (method: string, path: string, body?: unknown) => {
  const answer = await session.call(method, path, body, { 'user-agent': 'Test/1.0' });
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

beforeAll(async () => {
  cms = await bootCms();
  session = await signIn(cms, 'admin@example.cn');
});
afterAll(() => cms?.stop());
beforeEach(async () => {
  start = Number((await sql()('access_audit_head').first()).sequence);
});

describe('what is done to content', () => {
  let agency: string;

  test('is written down with who, from where, and the fields that changed', async () => {
    ({ data: { documentId: agency } } = await call('POST', `${MANAGER}/api::agency.agency`, { title: '市水务局', code: 'water', acceptsCases: true }));
    await call('PUT', `${MANAGER}/api::agency.agency/${agency}`, { title: '市水务管理局', code: 'water', acceptsCases: true });
    const [created, updated] = await deeds();
    expect(created).toMatchObject({ action: 'document.create', actor_name: '管理员', address: expect.stringContaining('127.0.0.1'), agent: 'Test/1.0', subject_type: 'api::agency.agency', subject_id: agency, subject_title: '市水务局' });
    expect(created.actor).toMatch(/^user:\d+$/);
    expect(created.request_id).toMatch(/^[\w-]{8,}$/);
    expect(created.after).toMatchObject({ title: '市水务局', code: 'water' });
    expect([updated.action, updated.before, updated.after]).toEqual(['document.update', { title: '市水务局' }, { title: '市水务管理局' }]);
  });

  test('is not when a save changed nothing', async () => {
    await call('PUT', `${MANAGER}/api::agency.agency/${agency}`, { title: '市水务管理局', code: 'water', acceptsCases: true });
    expect(await deeds()).toEqual([]);
  });

  test('tells of relations by name', async () => {
    const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'admin@example.cn' } });
    await call('PUT', `${MANAGER}/api::agency.agency/${agency}`, { members: { connect: [{ id }], disconnect: [] } });
    const [row] = await deeds();
    expect(row.after).toEqual({ members: ['管理员'] });
  });

  test('covers publishing, withdrawing, copying, discarding and deleting', async () => {
    const path = `${MANAGER}/api::agency.agency/${agency}`;
    await call('POST', `${path}/actions/publish`, {});
    await call('PUT', path, { title: '市水务局' });
    await call('POST', `${path}/actions/discard`, {});
    await call('POST', `${path}/actions/unpublish`, {});
    await call('DELETE', path);
    const rows = await deeds();
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['document.publish', 'document.update', 'document.discard', 'document.unpublish', 'document.delete']);
    expect(rows[0]).toMatchObject({ before: { publishedAt: null }, after: { publishedAt: expect.stringMatching(/^2/) } });
    expect(rows[2].after).toEqual({ title: '市水务管理局' });
    expect(rows[4].before).toMatchObject({ title: '市水务管理局' });
  });

  test('is undone with what was undone', async () => {
    // The feed refuses it after it was written: its address belongs to the platform.
    const refused = await session.call('POST', `${MANAGER}/api::column.column`, { title: '来信', slug: 'letters', kind: 'articles', columnType: 'news', updateClass: 'dynamic' });
    expect(refused.status).toBe(400);
    expect(await deeds()).toEqual([]);
  });

  test('covers bulk actions, a row for each document', async () => {
    const ids: string[] = [];
    for (const code of ['one', 'two']) ids.push((await call('POST', `${MANAGER}/api::agency.agency`, { title: code, code, acceptsCases: false })).data.documentId);
    await call('POST', `${MANAGER}/api::agency.agency/actions/bulkPublish`, { documentIds: ids });
    await call('POST', `${MANAGER}/api::agency.agency/actions/bulkDelete`, { documentIds: ids });
    const all = await actions();
    expect(all.filter((action: string) => action === 'document.publish')).toHaveLength(2);
    expect(all.filter((action: string) => action === 'document.delete')).toHaveLength(2);
  });
});

describe('what is done to people and rights', () => {
  test('is written down without passwords', async () => {
    const { id: roleId } = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'author' } });
    const { data: user } = await call('POST', '/admin/users', { email: 'new@example.cn', firstname: '新人', roles: [roleId] });
    await call('PUT', `/admin/users/${user.id}`, { password: 'Lizhi-shucheng-17', roles: [roleId], isActive: false });
    await call('DELETE', `/admin/users/${user.id}`);
    const rows = await deeds();
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['user.create', 'user.update', 'user.delete']);
    expect(rows[0].after).toMatchObject({ email: 'new@example.cn', roles: ['采编'] });
    expect(rows[1].after).toMatchObject({ password: '（不记录）' });
    expect(JSON.stringify(rows)).not.toMatch(/Lizhi|\$2[ab]\$|"registrationToken":"[0-9a-f]/);
  });

  test('tells which permissions a role gained and lost', async () => {
    const { data: role } = await call('POST', '/admin/roles', { name: '试用', description: '' });
    await call('PUT', `/admin/roles/${role.id}/permissions`, { permissions: [{ action: 'plugin::upload.read', subject: null, properties: {}, conditions: [] }] });
    await call('PUT', `/admin/roles/${role.id}/permissions`, { permissions: [] });
    const [created, gained, lost] = await deeds();
    expect(created.action).toBe('role.create');
    expect([gained.action, gained.after]).toEqual(['role.permissions', { 权限: ['plugin::upload.read'] }]);
    expect([lost.before, lost.after]).toEqual([{ 权限: ['plugin::upload.read'] }, { 权限: [] }]);
  });

  test('covers tokens and webhooks, without their keys', async () => {
    const { data: token } = await call('POST', '/admin/api-tokens', { name: '统计', description: '', type: 'read-only', lifespan: null });
    await call('DELETE', `/admin/api-tokens/${token.id}`);
    await cms.strapi.get('webhookStore').createWebhook({ name: '通知', url: 'https://example.cn/send?key=S3cret', headers: { Authorization: 'S3cret' }, events: ['entry.publish'], isEnabled: true } as never);
    const rows = await deeds();
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['api-token.create', 'api-token.delete', 'webhook.create']);
    expect(JSON.stringify(rows)).not.toContain('S3cret');
    expect(JSON.stringify(rows)).not.toContain(token.accessKey);
  });
});

describe('coming and going', () => {
  const enter = (email: string, password: string) =>
    fetch(`${cms.address}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });

  test('is written down: who came in, who did not, and who left', async () => {
    await ensureUser(cms.strapi, { email: 'author@example.cn', name: '采编甲', password: PASSWORD, role: 'author' });
    start = Number((await sql()('access_audit_head').first()).sequence);
    await enter('author@example.cn', 'Wrong-passw0rd');
    await enter('S3cret-in-the-wrong-field', 'Wrong-passw0rd');
    const author = await signIn(cms, 'author@example.cn');
    expect((await author.call('POST', '/admin/logout', {})).status).toBe(200);
    const rows = await deeds();
    expect(rows.map(({ action, actor_name, subject_title, note }: Record<string, string>) => [action, actor_name, subject_title, note])).toEqual([
      ['sign-in.fail', '未登录', '采编甲', null],
      ['sign-in.fail', '未登录', null, '没有这个账号'],
      ['sign-in.succeed', '采编甲', '采编甲', null],
      ['sign-out', '采编甲', null, null],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/S3cret|Wrong/);
  });

  test('tells once that an account is locked, however long somebody knocks on', async () => {
    for (let i = 0; i < 9; i++) await enter('author@example.cn', `Wrong-passw0rd-${i}`);
    expect((await actions()).filter((action: string) => action === 'sign-in.lock')).toHaveLength(1);
  });
});

test('what is done to files is written down', async () => {
  const form = new FormData();
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
  form.append('files', new Blob([png], { type: 'image/png' }), '通水.png');
  const [file] = await call('POST', '/upload', form);
  await call('DELETE', `/upload/files/${file.id}`);
  expect((await deeds()).map(({ action, subject_title }: Record<string, string>) => [action, subject_title])).toEqual([
    ['media.create', '通水.png'],
    ['media.delete', '通水.png'],
  ]);
});
