// A PostgreSQL database in a backup: pg_dump and pg_restore, which are the server's own.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { at } from '../paths.mjs';
import { findProgramFolder } from '../postgres.mjs';
import { run } from '../run.mjs';
import { Trouble } from '../say.mjs';

function programFor(name) {
  const folder = findProgramFolder(name);
  if (!folder) throw new Trouble(`没有找到 ${name}`, '安装和服务器同一大版本的客户端：sudo apt-get install -y postgresql-client，或用 POSTGRES_BIN 指出它所在的文件夹。');
  return path.join(folder, name);
}

/** The password goes by the environment: everybody on the machine may read command lines. */
function addressOf(databaseUrl) {
  const url = new URL(databaseUrl);
  const env = url.password ? { PGPASSWORD: decodeURIComponent(url.password) } : {};
  url.password = '';
  return { target: url.href, env };
}

async function ask(databaseUrl, work) {
  const { Client } = createRequire(at('apps/cms/package.json'))('pg');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect().catch((cause) => {
    throw new Trouble('连不上 PostgreSQL', '检查 DATABASE_URL、网络和账号。', { cause });
  });
  try {
    return await work(async (sql, values) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}

/** The CMS's database on a server. */
export const postgresOf = (databaseUrl) => ({
  kind: 'postgres',
  file: 'database/cms.dump',
  async dump(folder) {
    const { target, env } = addressOf(databaseUrl);
    await mkdir(path.join(folder, 'database'), { recursive: true });
    const command = [programFor('pg_dump'), '--format=custom', '--no-owner', '--no-privileges', `--file=${path.join(folder, 'database/cms.dump')}`, target];
    await run(command, { env, title: '导出数据库', remedy: 'pg_dump 的版本不能低于服务器；用 POSTGRES_BIN 指出合适的版本。' });
  },
  isEmpty: () => ask(databaseUrl, async (query) => (await query(`select 1 from information_schema.tables where table_schema = 'public' limit 1`)).length === 0),
  othersConnected: () =>
    ask(databaseUrl, async (query) => Number((await query('select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'))[0].count)),
  /** What is there is set aside under another name until the new one is whole. */
  async restore(folder, _staged, epoch) {
    const { target, env } = addressOf(databaseUrl);
    const command = [programFor('pg_restore'), '--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', `--dbname=${target}`, path.join(folder, 'database/cms.dump')];
    await ask(databaseUrl, (query) => query('alter schema public rename to public_before_restore; create schema public')).catch((cause) => {
      if (cause instanceof Trouble) throw cause;
      throw new Trouble('不能把原来的数据放到一边', '这个账号要是数据库的所有者；如果上次恢复中断过，先处理模式 public_before_restore（里面是那时的数据）。', { cause });
    });
    const undo = () => ask(databaseUrl, (query) => query('drop schema public cascade; alter schema public_before_restore rename to public'));
    try {
      await run(command, { env, title: '导入数据库', remedy: '原来的数据库没有改动。pg_restore 的版本不能低于做备份的 pg_dump。' });
      await ask(databaseUrl, (query) => query(`update feed_state set value = $1 where key = 'epoch'`, [epoch]));
    } catch (error) {
      await undo();
      throw error;
    }
    return { undo, keep: () => ask(databaseUrl, (query) => query('drop schema public_before_restore cascade')) };
  },
});
