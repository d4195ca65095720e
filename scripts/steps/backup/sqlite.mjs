// The SQLite databases of an installation: copied while they are written to.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { at } from '../paths.mjs';
import { Trouble } from '../say.mjs';

const open = (file, options) => new (createRequire(at('apps/cms/package.json'))('better-sqlite3'))(file, options);

/** Copies a database as it is at one moment, and checks the copy. @throws {Trouble} When the copy is damaged. */
export async function copyDatabase(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  const source = open(from, { readonly: true });
  try {
    // In one step: in small ones it would begin again whenever somebody writes.
    await source.backup(to, { progress: () => 0x7fffffff });
  } finally {
    source.close();
  }
  const copy = open(to);
  try {
    // A copy in WAL mode would leave its companions in the backup when it is looked at.
    copy.pragma('journal_mode = DELETE');
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new Trouble(`${from} 已经损坏`, '先修复数据库，再做备份：sqlite3 文件 .recover');
  } finally {
    copy.close();
  }
}

/** The CMS's database in a file. */
export const sqliteOf = (dataDir) => ({
  kind: 'sqlite',
  file: 'database/cms.db',
  async dump(folder) {
    const file = path.join(dataDir, 'cms.db');
    if (!existsSync(file)) throw new Trouble(`没有找到数据库 ${file}`, '检查 DATA_DIR；用 PostgreSQL 时请设置 DATABASE_URL。');
    await copyDatabase(file, path.join(folder, 'database/cms.db'));
  },
  /** The file lies in DATA_DIR, which is looked at as a whole. */
  isEmpty: async () => true,
  othersConnected: async () => 0,
  async restore(folder, staged, epoch) {
    await mkdir(staged, { recursive: true });
    const file = path.join(staged, 'cms.db');
    await copyDatabase(path.join(folder, 'database/cms.db'), file);
    const database = open(file);
    database.prepare(`update feed_state set value = ? where key = 'epoch'`).run(epoch);
    database.close();
    return { keep: async () => {}, undo: async () => {} };
  },
});
