import type { Sealing } from '../domain/sealing.ts';
import { inTransaction, type Database } from './connection.ts';

const NAME = 'key-check';
const PROOF = 'the key these cases were sealed with';

/**
 * Refuses to go on with a key that cannot open the cases that are there.
 *
 * @throws {Error} When CASE_KEY is missing or another one, and there are cases: to go on would lose their contacts and
 * shut every citizen out of their own case.
 */
export async function checkKey(db: Database, sealing: Sealing | undefined): Promise<void> {
  await inTransaction(db, async (knex) => {
    const cases = Number((await knex('cases').count({ count: '*' }).first())?.count ?? 0);
    if (!sealing) {
      if (cases > 0) throw new Error(`没有设置 CASE_KEY，而数据库里已有 ${cases} 件诉求。请设置封存这些诉求时用的密钥。`);
      return;
    }
    const stored = await knex('case_settings').where({ name: NAME }).first();
    if (stored && opens(sealing, stored.value)) return;
    if (stored && cases > 0) {
      throw new Error(`CASE_KEY 与封存数据库里 ${cases} 件诉求时用的密钥不同。请换回原来的密钥，否则联系方式无法打开，查询码全部失效。`);
    }
    await knex('case_settings').where({ name: NAME }).delete();
    await knex('case_settings').insert({ name: NAME, value: sealing.seal(PROOF, NAME) });
  });
}

function opens(sealing: Sealing, sealed: string): boolean {
  try {
    return sealing.open(sealed, NAME) === PROOF;
  } catch {
    return false;
  }
}
