import type { Core } from '@strapi/strapi';

import { nameOfUser } from '../audit/actor.ts';
import { auditOf } from '../audit/audit.ts';
import { DORMANT_AFTER, findDormant } from './find-dormant.ts';
import { listLastSignIns } from './seen.ts';

interface User {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  isActive: boolean;
  updatedAt: string;
  roles: { code: string }[];
}

/** Every night puts accounts to sleep that nobody has used for ninety days. An administrator wakes them up again. */
export function disableDormantDaily(strapi: Core.Strapi): void {
  strapi.cron.add({ 'access-dormant': { task: () => disableDormant(strapi, new Date()), options: { rule: '50 3 * * *', tz: 'Asia/Shanghai' } } });
}

/** Answers the addresses of the accounts it put to sleep; their sessions end. */
export async function disableDormant(strapi: Core.Strapi, now: Date): Promise<string[]> {
  const seen = await listLastSignIns(strapi);
  const users = (await strapi.db.query('admin::user').findMany({ populate: { roles: { select: ['code'] } } })) as User[];
  const accounts = users.map((user) => ({
    ...user,
    isSuperAdmin: user.roles.some(({ code }) => code === 'strapi-super-admin'),
    changedAt: new Date(user.updatedAt),
    seenAt: seen.get(user.id),
  }));
  const dormant = findDormant(accounts, now) as typeof accounts;
  for (const user of dormant) {
    await strapi.db.transaction(async () => {
      await strapi.db.query('admin::user').update({ where: { id: user.id }, data: { isActive: false } });
      await strapi.sessionManager('admin').invalidateRefreshToken(String(user.id));
      await auditOf(strapi).service.record({
        action: 'user.dormant',
        subject: { uid: 'admin::user', documentId: user.id, title: nameOfUser(user) },
        note: `超过 ${DORMANT_AFTER} 天没有登录，已停用。管理员在“设置 → 用户”里把账号改为启用即可恢复`,
      });
    });
  }
  return dormant.map(({ email }) => email);
}
