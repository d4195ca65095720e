// The audit in a SQLite file, read as it is at one moment while the platform may be writing.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { at } from '../paths.mjs';
import { Trouble } from '../say.mjs';

/** Opens the chain: `head` as a row, `rows(after)` in order. `close` ends it. @throws {Trouble} */
export function openSqlite(dataDir) {
  const file = path.join(dataDir, 'cms.db');
  if (!existsSync(file)) throw new Trouble(`没有找到数据库 ${file}`, '检查 DATA_DIR；用 PostgreSQL 时请设置 DATABASE_URL。');
  const database = new (createRequire(at('apps/cms/package.json'))('better-sqlite3'))(file, { readonly: true });
  const isThere = database.prepare(`select 1 from sqlite_master where name = 'access_audit_head'`).get();
  if (!isThere) throw new Trouble('数据库里没有审计表', '先用这个版本启动一次平台：npm start。');
  // Everything is read from one snapshot.
  database.exec('begin');
  return {
    head: async () => database.prepare('select * from access_audit_head').get(),
    async *rows(after) {
      yield* database.prepare('select * from access_audit where sequence > ? order by sequence').iterate(after);
    },
    async close() {
      database.exec('rollback');
      database.close();
    },
  };
}
