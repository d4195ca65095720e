import type { Core } from '@strapi/strapi';
import { Client } from 'pg';

/** Key of the advisory lock; any number that nobody else in this database uses. */
const BOOT_LOCK = 7_266_318;

const held = new WeakMap<Core.Strapi, Client>();

/**
 * Lets one CMS process boot at a time on a PostgreSQL database: what Strapi and its plugins make while they boot
 * (tables, migrations, roles, languages, tokens) has no guard against a second process that makes the same. The lock
 * is the connection's, so a process that dies while it boots gives it back.
 *
 * @param databaseUrl Undefined on SQLite, which only one CMS process uses.
 */
export async function takeBootLock(strapi: Core.Strapi, databaseUrl: string | undefined): Promise<void> {
  if (!databaseUrl) return;
  const client = new Client({ connectionString: databaseUrl, application_name: 'mingchuang boot' });
  // Without a listener a lost connection would end the process.
  client.on('error', (error) => strapi.log.warn(`启动锁的数据库连接断了：${error.message}`));
  await client.connect();
  held.set(strapi, client);
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [BOOT_LOCK]);
  if (rows[0]!.taken) return;
  strapi.log.info('正在等待另一个后台进程启动完毕…');
  await client.query('select pg_advisory_lock($1)', [BOOT_LOCK]);
}

/** Lets the next process boot. Doing it again does nothing. */
export async function releaseBootLock(strapi: Core.Strapi): Promise<void> {
  const client = held.get(strapi);
  held.delete(strapi);
  await client?.end();
}
