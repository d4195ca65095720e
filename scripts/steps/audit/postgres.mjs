// The audit on a PostgreSQL server, read as it is at one moment while the platform may be writing.
import { createRequire } from 'node:module';

import { at } from '../paths.mjs';
import { Trouble } from '../say.mjs';

const PAGE = 5000;

/** Opens the chain: `head` as a row, `rows(after)` in order. `close` ends it. @throws {Trouble} */
export async function openPostgres(databaseUrl) {
  const { Client } = createRequire(at('apps/cms/package.json'))('pg');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect().catch((cause) => {
    throw new Trouble('连不上 PostgreSQL', '检查 DATABASE_URL、网络和账号。', { cause });
  });
  await client.query('begin isolation level repeatable read read only');
  const { rows: found } = await client.query(`select to_regclass('access_audit_head') as name`);
  if (!found[0].name) throw new Trouble('数据库里没有审计表', '先用这个版本启动一次平台：npm start。');
  return {
    head: async () => (await client.query('select * from access_audit_head')).rows[0],
    async *rows(after) {
      for (let last = after; ; ) {
        const { rows } = await client.query('select * from access_audit where sequence > $1 order by sequence limit $2', [last, PAGE]);
        yield* rows;
        if (rows.length < PAGE) return;
        last = rows.at(-1).sequence;
      }
    },
    async close() {
      await client.query('rollback');
      await client.end();
    },
  };
}
