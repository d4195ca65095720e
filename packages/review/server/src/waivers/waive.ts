import type { Core } from '@strapi/strapi';

import { say, type Finding } from '../checks/finding.ts';
import { nameOf } from '../remarks/colleagues.ts';
import { inTransaction } from '../store/connection.ts';
import { createWaivers, type DocumentIdentity, type Waiver } from './waivers.ts';

interface Audit {
  record(entry: { action: string; subject: object; before?: object; after?: object; note?: string }): Promise<void>;
}

const auditOf = (strapi: Core.Strapi) => strapi.plugin('access').service('audit') as unknown as Audit;

/** Records somebody's word that a finding may stand, and what was found, in the audit too. */
export async function waive(
  strapi: Core.Strapi,
  document: DocumentIdentity,
  finding: Finding,
  given: { kind: Waiver['kind']; userId: number; reason?: string },
): Promise<void> {
  const { kind, userId, reason } = given;
  const person = (await strapi.db.query('admin::user').findOne({ where: { id: userId } })) as Parameters<typeof nameOf>[0];
  const waiver: Waiver = { kind, userId, name: nameOf(person), at: new Date().toISOString(), ...(reason ? { reason } : {}) };
  await inTransaction(strapi, async () => {
    await createWaivers(strapi).put(document, finding, waiver);
    const { check, level, field, quote } = finding;
    await auditOf(strapi).record({
      action: kind === 'overridden' ? 'review.override' : 'review.acknowledge',
      subject: document,
      after: { check, level, field, ...(quote ? { quote } : {}), message: say(finding) },
      ...(reason ? { note: reason } : {}),
    });
  });
}

/** Takes such a word back: the finding counts again. */
export async function takeBack(strapi: Core.Strapi, document: DocumentIdentity, key: string): Promise<void> {
  await inTransaction(strapi, async () => {
    const message = await createWaivers(strapi).remove(document, key);
    if (message !== undefined) await auditOf(strapi).record({ action: 'review.take-back', subject: document, before: { message } });
  });
}
