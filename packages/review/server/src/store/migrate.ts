import type { Core } from '@strapi/strapi';

import { CHECK_MIGRATIONS } from '../checks/migrations.ts';
import { FLOW_MIGRATIONS } from '../flow/migrations.ts';
import { NOTICE_MIGRATIONS } from '../notices/migrations.ts';
import { PREVIEW_MIGRATIONS } from '../preview/migrations.ts';
import { REMARK_MIGRATIONS } from '../remarks/migrations.ts';
import { VERSION_MIGRATIONS } from '../versions/migrations.ts';
import { inTransaction } from './connection.ts';
import type { Migration } from './migration.ts';

const JOURNAL = 'review_migrations';

/** Every area's list, in the order they are run. Names carry their area: `notices-0001`. */
const MIGRATIONS: readonly Migration[] = [...CHECK_MIGRATIONS, ...FLOW_MIGRATIONS, ...NOTICE_MIGRATIONS, ...REMARK_MIGRATIONS, ...VERSION_MIGRATIONS, ...PREVIEW_MIGRATIONS];

/**
 * Brings the plugin's own tables up to date. Strapi leaves tables alone that it does not track. The CMS's boot lock keeps
 * a second process from migrating at the same time.
 */
export async function migrateReview(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    if (!(await sql.schema.hasTable(JOURNAL))) {
      await sql.schema.createTable(JOURNAL, (table) => {
        table.string('name', 80).primary();
        table.string('at', 30).notNullable();
      });
    }
    const done = new Set(await sql(JOURNAL).pluck('name'));
    for (const { name, up } of MIGRATIONS) {
      if (done.has(name)) continue;
      await up(sql);
      await sql(JOURNAL).insert({ name, at: new Date().toISOString() });
    }
  });
}
