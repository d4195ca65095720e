import type { Core } from '@strapi/strapi';

import { inOrderedTransaction } from '../database.ts';
import type { AuditService } from '../service.ts';

interface Permission {
  action: string;
  subject?: string | null;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}
interface RoleService {
  assignPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
}

/** A permission on one line. */
function say({ action, subject, properties, conditions }: Permission): string {
  const parts = [
    properties?.fields?.length ? `字段 ${[...properties.fields].sort().join('、')}` : '',
    properties?.locales?.length ? `语言 ${[...properties.locales].sort().join('、')}` : '',
    conditions?.length ? `条件 ${[...conditions].sort().join('、')}` : '',
  ].filter(Boolean);
  return [action, subject, parts.length ? `（${parts.join('；')}）` : ''].filter(Boolean).join(' ');
}

/** Writes down which permissions a role gains and loses: one row for each time they are saved. */
export function watchPermissions(strapi: Core.Strapi, audit: () => AuditService): void {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const { assignPermissions } = roles;
  const held = async (role: number) => {
    const rows = (await strapi.db.query('admin::permission').findMany({ where: { role: { id: role } } })) as Permission[];
    return new Set(rows.map(say));
  };
  roles.assignPermissions = (roleId, permissions) =>
    inOrderedTransaction(strapi, async () => {
      const before = await held(roleId);
      const result = await assignPermissions(roleId, permissions);
      const after = await held(roleId);
      const lost = [...before].filter((permission) => !after.has(permission));
      const gained = [...after].filter((permission) => !before.has(permission));
      if (lost.length + gained.length > 0) {
        const role = await strapi.db.query('admin::role').findOne({ where: { id: roleId }, select: ['name'] });
        await audit().record({ action: 'role.permissions', subject: { uid: 'admin::role', documentId: roleId, title: role?.name }, before: { 权限: lost }, after: { 权限: gained } });
      }
      return result;
    });
}
