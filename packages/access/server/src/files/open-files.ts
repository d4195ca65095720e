import type { Core } from '@strapi/strapi';

type Sql = Core.Strapi['db']['connection'];

const isPostgres = (strapi: Core.Strapi) => (strapi.db.dialect as { client: string }).client === 'postgres';

const USED = 'exists (select 1 from feed_files where feed_files.file_id = files.document_id)';

const ON_SQLITE = [
  `create trigger access_file_opened after insert on feed_files begin
    update files set access_open = 1 where document_id = new.file_id and coalesce(access_open, 0) = 0;
  end`,
  `create trigger access_file_closed after delete on feed_files begin
    update files set access_open = ${USED} where document_id = old.file_id;
  end`,
];

const ON_POSTGRES = [
  `create or replace function access_file_opened() returns trigger language plpgsql as $$ begin
    update files set access_open = true where document_id = new.file_id and access_open is not true;
    return null;
  end $$`,
  `create or replace function access_file_closed() returns trigger language plpgsql as $$ begin
    update files set access_open = ${USED} where document_id = old.file_id;
    return null;
  end $$`,
  'drop trigger if exists access_file_opened on feed_files',
  'drop trigger if exists access_file_closed on feed_files',
  'create trigger access_file_opened after insert on feed_files for each row execute function access_file_opened()',
  'create trigger access_file_closed after delete on feed_files for each row execute function access_file_closed()',
];

/**
 * Takes the triggers away before Strapi changes its tables: SQLite rebuilds a table under another name, and a trigger
 * that names it would stand in the way.
 */
export async function pauseOpenFiles(strapi: Core.Strapi): Promise<void> {
  if (isPostgres(strapi)) return;
  for (const name of ['access_file_opened', 'access_file_closed']) await strapi.db.connection.raw(`drop trigger if exists ${name}`);
}

/**
 * Keeps each file's mark of being used by something published in line with the feed's list, whoever writes that:
 * publication, the importer, the removal of a file. By triggers, since the mark decides who may see a file.
 */
export async function keepOpenFiles(strapi: Core.Strapi): Promise<void> {
  await pauseOpenFiles(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    const sql = trx as unknown as Sql;
    for (const statement of isPostgres(strapi) ? ON_POSTGRES : ON_SQLITE) await sql.raw(statement);
    await sql.raw(`update files set access_open = ${USED} where access_open is null or access_open <> ${USED}`);
  });
}
