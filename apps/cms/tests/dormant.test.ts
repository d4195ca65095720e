import { afterAll, beforeAll, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, PASSWORD, type RunningCms, type Session, signIn } from './boot';

let cms: RunningCms;
let author: Session;
beforeAll(async () => {
  cms = await bootCms();
  await ensureUser(cms.strapi, { email: 'author@example.cn', name: '采编', password: PASSWORD, role: 'author' });
  author = await signIn(cms, 'author@example.cn');
});
afterAll(() => cms?.stop());

const later = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
const disable = (now: Date) => (cms.strapi.plugin('access').service('dormant') as unknown as { disable(now: Date): Promise<string[]> }).disable(now);

test('an account nobody used for ninety days sleeps until an administrator wakes it up', async () => {
  expect(await disable(later(89))).toEqual([]);
  expect(await disable(later(91))).toEqual(['author@example.cn']);
  expect((await author.call('GET', '/admin/users/me')).status, 'its sessions end').toBe(401);
  await expect(signIn(cms, 'author@example.cn')).rejects.toThrow('400');
  const row = await cms.strapi.db.connection('access_audit').where({ action: 'user.dormant' }).first();
  expect([row.subject_title, row.note]).toEqual(['采编', expect.stringContaining('超过 90 天')]);

  const administrator = await signIn(cms, 'admin@example.cn');
  const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'author@example.cn' } });
  expect((await administrator.call('PUT', `/admin/users/${id}`, { isActive: true })).status).toBe(200);
  await signIn(cms, 'author@example.cn');
  expect(await disable(new Date())).toEqual([]);
});
