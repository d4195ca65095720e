import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { Finding } from '../checks/finding.ts';
import { onConnection } from '../store/connection.ts';

const TABLE = 'review_waivers';

/** Somebody's word that a finding may stand: a tick, or the override of what stops, with its reason. */
export interface Waiver {
  kind: 'confirmed' | 'overridden';
  reason?: string;
  userId: number;
  name: string;
  at: string;
}
export interface DocumentIdentity {
  uid: string;
  documentId: string;
  locale: string;
}
interface Row extends Record<string, unknown> {
  finding: string;
  kind: Waiver['kind'];
  reason: string | null;
  user_id: number;
  name: string;
  at: string;
  message: string;
}

/** What people have said of the findings of documents. It holds for the same words only: a change is looked at anew. */
export interface Waivers {
  /** By the key of the finding. */
  of(document: DocumentIdentity, findings: readonly Finding[]): Promise<Map<string, Waiver>>;
  put(document: DocumentIdentity, finding: Finding, waiver: Waiver): Promise<void>;
  /** Answers what the finding had said, or nothing where nobody had said anything of it. */
  remove(document: DocumentIdentity, key: string): Promise<string | undefined>;
}

const digest = (key: string) => createHash('sha256').update(key).digest('hex');
const whereOf = ({ uid, documentId, locale }: DocumentIdentity) => ({ uid, document_id: documentId, locale });

export function createWaivers(strapi: Core.Strapi): Waivers {
  return {
    async of(document, findings) {
      if (findings.length === 0) return new Map();
      const found = (await onConnection(strapi, (sql) => sql<Row>(TABLE).where(whereOf(document)).select())) as Row[];
      const byDigest = new Map(found.map(({ finding, kind, reason, user_id: userId, name, at }) => [finding, { kind, ...(reason ? { reason } : {}), userId, name, at }]));
      return new Map(
        findings.flatMap(({ key }) => {
          const waiver = byDigest.get(digest(key));
          return waiver ? [[key, waiver] as const] : [];
        }),
      );
    },
    async put(document, { key, message }, { kind, reason, userId, name, at }) {
      const row = { ...whereOf(document), finding: digest(key), kind, message: message.slice(0, 600), reason: reason ?? null, user_id: userId, name, at };
      await onConnection(strapi, (sql) => sql(TABLE).insert(row as never).onConflict(['document_id', 'uid', 'locale', 'finding']).merge());
    },
    async remove(document, key) {
      const where = { ...whereOf(document), finding: digest(key) };
      return onConnection(strapi, async (sql) => {
        const row = (await sql<Row>(TABLE).where(where).first()) as Row | undefined;
        if (row) await sql(TABLE).where(where).delete();
        return row?.message;
      });
    },
  };
}
