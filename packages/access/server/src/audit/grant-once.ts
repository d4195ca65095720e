import type { Core } from '@strapi/strapi';

import { MAY_EXPORT, MAY_READ } from './actions.ts';

interface Permission {
  action: string;
  subject: string | null;
  properties: object;
  conditions: string[];
}

/** Rights of roles an installation had before there was an audit. */
const GRANTS = [
  { code: 'auditor', actions: [MAY_READ, MAY_EXPORT] },
  { code: 'site-administrator', actions: [MAY_READ] },
];

/** Gives roles that are older than the audit their rights in it, once: what an operator takes away later stays away. */
export async function grantOnce(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'access', key: 'audit-granted' });
  if (await store.get({})) return;
  for (const { code, actions } of GRANTS) {
    const role = await strapi.db.query('admin::role').findOne({ where: { code } });
    if (!role) continue;
    const held = (await strapi.db.query('admin::permission').findMany({ where: { role: { id: role.id } } })) as Permission[];
    const missing = actions.filter((action) => !held.some((permission) => permission.action === action));
    if (missing.length === 0) continue;
    const added = missing.map((action): Permission => ({ action, subject: null, properties: {}, conditions: [] }));
    const kept = held.map(({ action, subject, properties, conditions }): Permission => ({ action, subject, properties, conditions }));
    await strapi.service('admin::role')!.assignPermissions(role.id, [...kept, ...added]);
  }
  await store.set({ value: true });
}
