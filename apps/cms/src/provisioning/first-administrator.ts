import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Core } from '@strapi/strapi';

const USER = 'admin::user';

/** Makes the first administrator when nobody has an account yet; later the environment is no longer asked. */
export async function makeFirstAdministrator(strapi: Core.Strapi, who: { email: string; password: string }): Promise<void> {
  if ((await strapi.service(USER)!.count()) > 0) return;
  await create(strapi, { email: who.email, password: who.password, isActive: true, registrationToken: null });
}

/**
 * Keeps an invitation for the first administrator while nobody has an account: without it whoever finds the admin first
 * could take it. The link is written to a file only the operator reads; it works once.
 * @param dataDir Holds secrets/first-administrator.txt while the invitation is open.
 */
export async function inviteFirstAdministrator(strapi: Core.Strapi, dataDir: string, email = 'admin@localhost.localdomain'): Promise<void> {
  const file = join(dataDir, 'secrets', 'first-administrator.txt');
  const users: { id: number; isActive: boolean; registrationToken: string | null }[] = await strapi.db.query(USER).findMany({ limit: 2 });
  const [only] = users;
  if (users.length > 1 || only?.isActive || (only && !only.registrationToken)) return rmSync(file, { force: true });

  const registrationToken = strapi.service('admin::token')!.createToken() as string;
  if (only) await strapi.db.query(USER).update({ where: { id: only.id }, data: { registrationToken } });
  else await create(strapi, { email, isActive: false, registrationToken });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  writeFileSync(file, `/admin/auth/register?registrationToken=${registrationToken}\n`, { mode: 0o600 });
  strapi.log.warn(`还没有管理员：一次性的注册地址写在 ${file}`);
}

async function create(strapi: Core.Strapi, user: { email: string; password?: string; isActive: boolean; registrationToken: string | null }): Promise<void> {
  const superAdmin = await strapi.service('admin::role')!.getSuperAdmin();
  await strapi.service(USER)!.create({
    ...user,
    email: user.email.toLowerCase(),
    firstname: '管理员',
    roles: [superAdmin.id],
    preferedLanguage: 'zh-Hans',
  });
}
