import type { Core } from '@strapi/strapi';

interface Exported {
  uid: string;
  documentId: string;
  note: string | null;
}
interface Audit {
  record(entry: { action: string; subject: { uid: string; documentId: string; title: string | undefined }; note: string | null }): Promise<void>;
}

/** Writes into the audit that somebody took a list out of the platform: what of, never what it held. */
export async function recordExport(strapi: Core.Strapi, what: 'opinions' | 'survey', { uid, documentId, note }: Exported): Promise<void> {
  const row = await strapi.db.query(uid as never).findOne({ where: { documentId }, select: ['title'] });
  const audit = strapi.plugin('access').service('audit') as unknown as Audit;
  await audit.record({ action: `export.${what}`, subject: { uid, documentId, title: row?.title }, note });
}
