import type { Core } from '@strapi/strapi';

import { readHead, sealedText } from './chain/head.ts';
import type { AuditKeys } from './chain/keys.ts';
import { readRow } from './chain/row.ts';
import { readSightings } from './chain/witness.ts';

/**
 * Looks at the end of the chain: cheap, at each boot. The whole chain is verified by `npm run audit -- verify`.
 * @returns What is wrong, in Chinese; nothing when all is well.
 */
export async function checkEnd(strapi: Core.Strapi, keys: AuditKeys, dataDir: string): Promise<string[]> {
  const sql = strapi.db.connection;
  const head = readHead(await sql('access_audit_head').first());
  const rowAt = async (sequence: number) => {
    const row = await sql('access_audit').where({ sequence }).first();
    return row ? readRow(row) : undefined;
  };
  const last = await sql('access_audit').max('sequence as sequence').first();
  const findings: string[] = [];
  if (!keys.isSealed(sealedText(head), head.seal)) findings.push('审计链末端的封印不对：末端被改动过，或换过密钥');
  if (Number(last?.sequence ?? head.archivedThrough) !== head.sequence) findings.push(`审计链应到第 ${head.sequence} 行，实际到第 ${last?.sequence ?? head.archivedThrough} 行`);
  else if (head.sequence > head.archivedThrough && (await rowAt(head.sequence))?.hash !== head.hash) findings.push(`审计链第 ${head.sequence} 行（最后一行）被改动过`);

  const seen = readSightings(dataDir).at(-1);
  if (seen && seen.sequence > head.archivedThrough && (await rowAt(seen.sequence))?.hash !== seen.hash) {
    findings.push(`${seen.at} 记下的第 ${seen.sequence} 行已不在审计链里：数据库被换成了旧的，或被截短`);
  }
  return findings;
}
