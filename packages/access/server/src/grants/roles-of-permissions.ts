import type { Core } from '@strapi/strapi';

/** Which role a permission belongs to, or none. It never changes: Strapi writes new rows when a role is edited. */
const known = new WeakMap<Core.Strapi, Map<number, string | undefined>>();

async function load(strapi: Core.Strapi): Promise<Map<number, string | undefined>> {
  const rows = await strapi.db.query('admin::permission').findMany({ select: ['id'], populate: { role: { select: ['code'] } } });
  const roles = new Map(rows.map(({ id, role }) => [Number(id), role?.code as string | undefined]));
  known.set(strapi, roles);
  return roles;
}

/**
 * The code of the role a permission comes from. Strapi does not tell conditions.
 *
 * @returns `undefined` for permissions of an access token, which belong to no role.
 */
export async function roleOfPermission(strapi: Core.Strapi, permissionId: number): Promise<string | undefined> {
  const roles = known.get(strapi);
  return (roles?.has(permissionId) ? roles : await load(strapi)).get(permissionId);
}
