import type { Core } from '@strapi/strapi';

import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from './conditions.ts';
import type { Permission } from './permissions.ts';
import type { RoleCode } from './roles.ts';

const TABLE = 'access_role_defaults';
const PERMISSION = 'admin::permission';
/** What came with the table itself; everything else had been given to roles before. */
const CAME_WITH_IT = /^plugin::(access|review)\./;

/** A permission as it is stored. */
type Stored = Permission & { id: number };

/** Makes the table of what each role has been given, so that what an operator took away stays away. */
export async function migrateRoleDefaults(strapi: Core.Strapi): Promise<void> {
  const schema = () => strapi.db.connection.schema;
  if (await schema().hasTable(TABLE)) return;
  await schema().createTable(TABLE, (table) => {
    table.increments('id');
    table.string('role', 80).notNullable();
    table.string('permission', 400).notNullable();
    table.unique(['role', 'permission'], { indexName: 'access_role_defaults_idx' });
  });
}

const keyOf = ({ action, subject, conditions }: Permission) => [action, subject ?? '', ...[...conditions].sort()].join('|');

/** Notes what a role has been given now. */
export async function noteDefaults(strapi: Core.Strapi, role: RoleCode, given: readonly Permission[]): Promise<void> {
  const known = new Set(await listGiven(strapi, role));
  const rows = [...new Set(given.map(keyOf))].filter((key) => !known.has(key)).map((permission) => ({ role, permission }));
  for (let from = 0; from < rows.length; from += 200) await strapi.db.connection(TABLE).insert(rows.slice(from, from + 200));
}

const listGiven = async (strapi: Core.Strapi, role: RoleCode): Promise<string[]> => (await strapi.db.connection(TABLE).where({ role }).pluck('permission')) as string[];

/**
 * The conditions a permission of an earlier version gets, where it is as it was shipped: without any. What it opened
 * to all agencies is limited to the own one, or to what grants say.
 */
export function tighten({ action, subject, conditions }: Permission, wanted: readonly Permission[]): string[] | undefined {
  if (conditions.length > 0) return undefined;
  const same = wanted.filter((permission) => permission.action === action && permission.subject === subject);
  const limits = [OWN_AGENCY, WITHIN_GRANTS];
  // Where this version gives the right without a limit, it stays without.
  if (same.some((permission) => permission.conditions.length === 0)) return undefined;
  return same.map((permission) => permission.conditions).find((list) => list.some((condition) => limits.includes(condition)));
}

/** What a version without the table gave to a role. */
export const wasGivenBefore = ({ action, conditions }: Permission, role: RoleCode) =>
  !CAME_WITH_IT.test(action) && !(role === 'case-handler' && conditions.includes(PUBLISHED_TARGET));

async function tightenAll(strapi: Core.Strapi, stored: readonly Stored[], wanted: readonly Permission[]): Promise<void> {
  for (const permission of stored) {
    const conditions = tighten(permission, wanted);
    if (conditions) await strapi.db.query(PERMISSION).update({ where: { id: permission.id }, data: { conditions } });
  }
}

/**
 * Brings a role of an existing installation up to date: it receives the permissions that are new, each once, ever. A
 * permission that an operator took away does not come back, and one that was added or changed stays as it is.
 */
export async function upgradeRole(strapi: Core.Strapi, { id, code }: { id: number; code: RoleCode }, wanted: readonly Permission[]): Promise<void> {
  const given = new Set(await listGiven(strapi, code));
  const load = async () => (await strapi.db.query(PERMISSION).findMany({ where: { role: { id } } })) as Stored[];
  if (given.size === 0) {
    await tightenAll(strapi, await load(), wanted);
    for (const permission of wanted) if (wasGivenBefore(permission, code)) given.add(keyOf(permission));
  }
  const held = new Set((await load()).map(keyOf));
  const missing = wanted.filter((permission) => !given.has(keyOf(permission)) && !held.has(keyOf(permission)));
  const clean = strapi.service('admin::content-type')!.cleanPermissionFields(missing) as Permission[];
  for (const permission of clean) await strapi.db.query(PERMISSION).create({ data: { ...permission, actionParameters: {}, role: id } });
  await noteDefaults(strapi, code, wanted);
}
