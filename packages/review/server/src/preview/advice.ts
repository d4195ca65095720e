import type { Row, Sql } from '../store/connection.ts';
import type { Place } from '../versions/content.ts';

/** 外部会审意见: what somebody without an account said of a draft, with who they said they are. */
export interface Advice extends Place {
  linkId: number;
  editionId?: string;
  /** Fingerprint of the content it is about, and the version that holds it. */
  digest: string;
  version: number;
  verdict: 'agree' | 'comment';
  text?: string;
  name: string;
  organisation: string;
  role?: string;
  at: string;
}

/** What a verdict is called. */
export const VERDICTS = { agree: '同意发布', comment: '有修改意见' } as const;

/** Stores an advice. */
export async function insertAdvice(sql: Sql, { linkId, uid, documentId, locale, editionId, text, role, ...advice }: Advice): Promise<void> {
  await sql('review_advice').insert({
    link_id: linkId,
    uid,
    document_id: documentId,
    locale,
    edition_id: editionId ?? null,
    text: text || null,
    role: role || null,
    ...advice,
  });
}

/** What was said of a document, the newest first. */
export async function listAdvice(sql: Sql, { uid, documentId, locale }: Place): Promise<Advice[]> {
  const rows = (await sql('review_advice').where({ uid, document_id: documentId, locale }).orderBy('id', 'desc')) as Row[];
  return rows.map((row) => ({
    linkId: Number(row.link_id),
    uid,
    documentId,
    locale,
    ...(row.edition_id ? { editionId: String(row.edition_id) } : {}),
    digest: String(row.digest),
    version: Number(row.version),
    verdict: row.verdict as Advice['verdict'],
    ...(row.text ? { text: String(row.text) } : {}),
    name: String(row.name),
    organisation: String(row.organisation),
    ...(row.role ? { role: String(row.role) } : {}),
    at: String(row.at),
  }));
}
