import type { Core } from '@strapi/strapi';

import { type Grant, type GrantInput, type GrantRow, readGrant } from './grant.ts';

const TABLE = 'access_grants';

const write = ({ user, role, site, agency, columns }: GrantInput) => ({
  user_id: user,
  role,
  site,
  agency,
  columns: columns === null ? null : JSON.stringify(columns),
});

/** Runs in the open transaction where there is one: SQLite has a single connection. */
const inTransaction = <T>(strapi: Core.Strapi, work: (sql: Core.Strapi['db']['connection']) => Promise<T>): Promise<T> =>
  strapi.db.transaction(({ trx }) => work(trx as never)) as Promise<T>;

/** Lists what has been granted, to one person or to everybody, oldest first. */
export async function listGrants(strapi: Core.Strapi, userId?: number): Promise<Grant[]> {
  const read = (sql: Core.Strapi['db']['connection']) => sql<GrantRow>(TABLE).where(userId === undefined ? {} : { user_id: userId }).orderBy('id');
  const rows = strapi.db.inTransaction() ? await inTransaction(strapi, async (sql) => read(sql)) : await read(strapi.db.connection);
  return rows.map((row) => readGrant(row as GrantRow));
}

/** Writes a new grant. The person gets the role with it when they did not have it. */
export async function addGrant(strapi: Core.Strapi, input: GrantInput, by: { userId: number; now: Date }): Promise<Grant> {
  return inTransaction(strapi, async (sql) => {
    const gaveRole = await giveRole(strapi, input);
    // A role that came with a grant goes with the last one: what is granted beside it shares that.
    const [older] = await sql<GrantRow>(TABLE).where({ user_id: input.user, role: input.role });
    const row = { ...write(input), gave_role: gaveRole || Boolean(older?.gave_role), created_at: by.now.toISOString(), created_by: by.userId };
    const [{ id }] = (await sql<GrantRow>(TABLE).insert(row as never).returning('id')) as [{ id: number }];
    return readGrant({ ...row, id: Number(id) });
  });
}

/** Changes where a grant holds; whom it is for and in which role stay. */
export async function changeGrant(strapi: Core.Strapi, id: number, { site, agency, columns }: Pick<GrantInput, 'site' | 'agency' | 'columns'>): Promise<void> {
  const area = { site, agency, columns: columns === null ? null : JSON.stringify(columns) };
  await inTransaction(strapi, async (sql) => {
    await sql<GrantRow>(TABLE).where({ id }).update(area);
  });
}

/** Takes a grant away; with the last one of a role that came with it, the role too. */
export async function removeGrant(strapi: Core.Strapi, grant: Grant): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    await sql<GrantRow>(TABLE).where({ id: grant.id }).delete();
    const [other] = await sql<GrantRow>(TABLE).where({ user_id: grant.user, role: grant.role }).limit(1);
    if (!other && grant.gaveRole) await setRoles(strapi, grant.user, (codes) => codes.filter((code) => code !== grant.role));
  });
}

async function giveRole(strapi: Core.Strapi, { user, role }: GrantInput): Promise<boolean> {
  let isNew = false;
  await setRoles(strapi, user, (codes) => {
    isNew = !codes.includes(role);
    return isNew ? [...codes, role] : codes;
  });
  return isNew;
}

async function setRoles(strapi: Core.Strapi, userId: number, change: (codes: string[]) => string[]): Promise<void> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id: userId }, populate: { roles: { select: ['id', 'code'] } } });
  const before = ((user?.roles ?? []) as { code: string }[]).map(({ code }) => code);
  const after = change(before);
  if (after === before || after.length === before.length) return;
  const roles = await strapi.db.query('admin::role').findMany({ where: { code: { $in: after } }, select: ['id'] });
  await strapi.service('admin::user')!.updateById(userId, { roles: roles.map(({ id }: { id: number }) => id) });
}
