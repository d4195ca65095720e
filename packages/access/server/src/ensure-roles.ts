import type { Core } from '@strapi/strapi';

import { type GovernedType, listPermissions, type Permission } from './permissions.ts';
import { loadBefore, noteDefaults, upgradeRole } from './role-defaults.ts';
import { ROLE_CODES, type RoleCode, ROLES } from './roles.ts';

const ROLE = 'admin::role';
/** Strapi's own examples, which nobody here is meant to hold. */
const EXAMPLES = ['strapi-editor', 'strapi-author'];
const SUPER_ADMIN = { code: 'strapi-super-admin', name: '超级管理员', description: '可以使用和设置一切' };

async function nameSuperAdmin(strapi: Core.Strapi): Promise<void> {
  const { code, ...names } = SUPER_ADMIN;
  const role = await strapi.db.query(ROLE).findOne({ where: { code } });
  if (role?.name === 'Super Admin') await strapi.db.query(ROLE).update({ where: { id: role.id }, data: names });
}

async function removeExamples(strapi: Core.Strapi): Promise<void> {
  const unused = await strapi.db.query(ROLE).findMany({ where: { code: { $in: EXAMPLES } }, populate: { users: { select: ['id'] } } });
  const ids = unused.filter(({ users }) => users.length === 0).map(({ id }) => id as number);
  if (ids.length > 0) await strapi.service(ROLE)!.deleteByIds(ids);
}

/**
 * Makes the roles an installation does not have yet, each with its permissions. A role that exists belongs to the
 * operator: it receives what is new with this version, and keeps what was changed about it.
 */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  const existing = (await strapi.db.query(ROLE).findMany({ where: { code: { $in: [...ROLE_CODES] } }, select: ['id', 'code'] })) as { id: number; code: RoleCode }[];
  const types = (Object.values(strapi.contentTypes) as unknown as GovernedType[]).filter(({ uid }) => uid.startsWith('api::'));
  const actions = strapi.service('admin::permission')!.actionProvider.keys() as string[];
  const before = await loadBefore(strapi, ROLE_CODES);
  const all = nameFields(strapi, ROLE_CODES.map((code) => listPermissions(code, { types, actions })));
  for (const [index, code] of ROLE_CODES.entries()) {
    const wanted = all[index]!;
    const role = existing.find((one) => one.code === code);
    if (role) await upgradeRole(strapi, role, wanted, before);
    else await makeRole(strapi, code, wanted);
  }
  if (existing.length === ROLE_CODES.length) return;
  await nameSuperAdmin(strapi);
  await removeExamples(strapi);
}

async function makeRole(strapi: Core.Strapi, code: RoleCode, wanted: readonly Permission[]): Promise<void> {
  const role = await strapi.service(ROLE)!.create({ code, ...ROLES[code] });
  await strapi.service(ROLE)!.assignPermissions(role.id, wanted);
  await noteDefaults(strapi, code, wanted);
}

/** Names the fields of permissions as Strapi stores them. Roles have much in common, and naming takes long: the same is named once. */
function nameFields(strapi: Core.Strapi, lists: readonly (readonly Permission[])[]): Permission[][] {
  const keyOf = ({ action, subject, properties }: Permission) => JSON.stringify([action, subject, properties]);
  const distinct = new Map(lists.flat().map((permission) => [keyOf(permission), permission]));
  const named = strapi.service('admin::content-type')!.cleanPermissionFields([...distinct.values()]) as Permission[];
  const byKey = new Map([...distinct.keys()].map((key, index) => [key, named[index]!.properties]));
  return lists.map((list) => list.map((permission) => ({ ...permission, properties: byKey.get(keyOf(permission))! })));
}
