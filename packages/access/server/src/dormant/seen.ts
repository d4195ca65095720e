import type { Core } from '@strapi/strapi';

const TABLE = 'access_last_sign_ins';

/** Makes the table of last sign-ins; Strapi leaves tables alone that it does not track. Everybody begins as seen today. */
export async function migrateSeen(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const schema = () => strapi.db.connection.schema;
  if (await schema().hasTable(TABLE)) return;
  await schema().createTable(TABLE, (table) => {
    table.integer('user_id').primary();
    table.string('at', 30).notNullable();
  });
  const users = await strapi.db.query('admin::user').findMany({ select: ['id'] });
  for (const { id } of users) await noteSignIn(strapi, Number(id), now);
}

/** Notes that somebody came in. */
export async function noteSignIn(strapi: Core.Strapi, userId: number, now = new Date()): Promise<void> {
  await strapi.db.connection(TABLE).insert({ user_id: userId, at: now.toISOString() }).onConflict('user_id').merge();
}

/** When each user came in last. */
export async function listLastSignIns(strapi: Core.Strapi): Promise<Map<number, Date>> {
  const rows = (await strapi.db.connection(TABLE).select('user_id', 'at')) as { user_id: number; at: string }[];
  return new Map(rows.map((row) => [row.user_id, new Date(row.at)]));
}
