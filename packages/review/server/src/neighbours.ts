import type { Core } from '@strapi/strapi';

import type { Finding } from './checks/finding.ts';
import type { DocumentKey } from './editions/document.ts';
import { isLocalised } from './editions/document.ts';
import type { Notices, Telling } from './notices/tell.ts';
import type { NewRemark, RemarkStore } from './remarks/remarks.ts';
import type { Keeping } from './versions/keep.ts';
import type { Occasion } from './versions/occasion.ts';
import type { Versions } from './versions/service.ts';

/** Something the audit keeps: what was done to which document, with what came of it. */
export interface AuditEntry {
  action: string;
  subject?: Partial<DocumentKey> & { title?: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  note?: string | undefined;
}
interface Audit {
  record(entry: AuditEntry): Promise<void>;
  program<T>(name: string, work: () => Promise<T>, options?: { sum?: boolean }): Promise<T>;
}
/** What the checks say at a gate; `override` names why a blocked one is let pass. */
interface Checks {
  gate(key: DocumentKey, given: { override?: unknown; by: number | null }): Promise<Finding[]>;
}

const auditOf = (strapi: Core.Strapi) => strapi.plugin('access').service('audit') as unknown as Audit;

interface Feed {
  findShowing(fileId: string): Promise<string[]>;
}

/** Titles of what is published and shows a file. */
export const findShowing = (strapi: Core.Strapi, fileId: string): Promise<string[]> =>
  (strapi.plugin('feed').service('feed') as unknown as Feed).findShowing(fileId);

/** Writes into the audit, in the open transaction. */
export const record = (strapi: Core.Strapi, entry: AuditEntry): Promise<void> => auditOf(strapi).record(entry);

/** Runs work that the audit knows by the name of a program. @param sum Its documents are counted, not written down one by one. */
export const runInAudit = <T>(
  strapi: Core.Strapi,
  name: string,
  work: () => Promise<T>,
  { sum = false } = {},
): Promise<T> => auditOf(strapi).program(name, work, { sum });

/** Tells people, in the open transaction; delivery comes later. */
export async function tell(
  strapi: Core.Strapi,
  { document, ...notice }: Omit<Telling, 'document'> & { document?: DocumentKey & { title: string } },
): Promise<void> {
  await (strapi.plugin('review').service('notices') as unknown as Notices).tell({
    ...notice,
    ...(document ? { document: named(strapi, document) } : {}),
  });
}

/** Only documents of localised types are found by their language. */
function named(strapi: Core.Strapi, document: DocumentKey & { title: string }) {
  const { locale, ...identity } = document;
  return isLocalised(strapi, document.uid) ? { ...identity, locale } : identity;
}

/** Keeps a remark that was said with a move, in the open transaction. */
export const addRemark = (strapi: Core.Strapi, remark: NewRemark): Promise<number> =>
  (strapi.plugin('review').service('remarks') as unknown as RemarkStore).add(remark);

const versionsOf = (strapi: Core.Strapi) => strapi.plugin('review').service('versions') as unknown as Versions;

/** Keeps what a document is now as a version, in the open transaction. */
export const keepVersion = async (strapi: Core.Strapi, keeping: Keeping): Promise<void> =>
  void (await versionsOf(strapi).keep(keeping));

/** Runs work whose writes are kept as versions of that cause. */
export const keptAs = <T>(strapi: Core.Strapi, occasion: Occasion, work: () => Promise<T>): Promise<T> =>
  versionsOf(strapi).during(occasion, work);

/** What keeps a draft from going on, all of it at once. */
export async function findObstacles(
  strapi: Core.Strapi,
  key: DocumentKey,
  given: { override?: unknown; by: number | null },
): Promise<readonly Finding[]> {
  return (strapi.plugin('review').service('checks') as unknown as Checks).gate(key, given);
}
