import type { Core } from '@strapi/strapi';

import type { AccessConfig } from '../config.ts';
import { archiveOldRows } from './archive.ts';
import { checkEnd } from './check-at-boot.ts';
import { type AuditKeys, loadAuditKeys } from './chain/keys.ts';
import { migrateAudit } from './migrate.ts';
import { type AuditService, createAuditService } from './service.ts';
import { createWitness, type Witness } from './chain/witness.ts';

/** The parts of the audit of one CMS. */
export interface Audit {
  keys: AuditKeys;
  witness: Witness;
  service: AuditService;
  dataDir: string;
}

const audits = new WeakMap<Core.Strapi, Audit>();

/** The audit of a CMS, made when it is first asked for. */
export function auditOf(strapi: Core.Strapi): Audit {
  const known = audits.get(strapi);
  if (known) return known;
  const { dataDir } = strapi.config.get('plugin::access') as AccessConfig;
  const parts = { keys: loadAuditKeys(dataDir), witness: createWitness(dataDir), now: () => new Date() };
  const audit: Audit = {
    ...parts,
    dataDir,
    service: { ...createAuditService(strapi, parts), archive: (now, mostRows) => archiveOldRows(strapi, audit, now, mostRows) },
  };
  audits.set(strapi, audit);
  return audit;
}

/** Makes the audit's tables, and says aloud when somebody has been at them. */
export async function openAudit(strapi: Core.Strapi): Promise<void> {
  const { guardsWereBroken } = await migrateAudit(strapi, auditOf(strapi).keys);
  await reportFindings(strapi, guardsWereBroken ? ['保护审计表的触发器被删除或改动过，已重新设置'] : []);
}

/** Looks at the end of the chain; what is wrong is logged and written down. */
export async function reportFindings(strapi: Core.Strapi, known: readonly string[] = []): Promise<void> {
  const { keys, service, dataDir } = auditOf(strapi);
  const findings = [...known, ...(await checkEnd(strapi, keys, dataDir))];
  if (findings.length === 0) return;
  for (const finding of findings) strapi.log.error(`[审计] ${finding}。请运行 npm run audit -- verify 核对`);
  await service.record({ action: 'audit.alarm', note: findings.join('；') });
}
