import type { Core } from '@strapi/strapi';

import { maskNotice, type Notice } from './mask-notice.ts';

type Uid = 'api::public-notice.public-notice';
const NOTICE: Uid = 'api::public-notice.public-notice';
const POPULATE = ['entries', 'disclosure'];
/** What masking changes. */
const MASKED = ['title', 'summary', 'body', 'contact', 'entries', 'disclosure', 'namesMasked'];

interface Params {
  documentId?: string;
  data?: Notice;
}
interface Documents {
  findOne(params: object): Promise<Notice | null>;
  update(params: object): Promise<unknown>;
}

/** Data of a document as it may be stored: what must not be published of people is hidden in public notices. */
export function maskData(uid: string, data: Record<string, unknown>): Record<string, unknown> {
  if (uid !== NOTICE) return data;
  const namesMasked = (data as Notice).namesMasked ?? true;
  return maskNotice({ ...data, namesMasked });
}

/**
 * Hides what must not be published of people (身份证号、手机号、姓名) where every writer passes, and once more before
 * publication, for lists that were stored before their names were to be masked.
 */
export function guardMasking(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== NOTICE) return next();
    const params = context.params as Params;
    if (params.data && ['create', 'update', 'clone'].includes(context.action)) {
      const namesMasked = params.data.namesMasked ?? (await findDraft(strapi, params.documentId))?.namesMasked;
      params.data = maskData(NOTICE, { ...params.data, namesMasked });
    }
    if (context.action === 'publish') await maskDraft(strapi, params.documentId);
    return next();
  });
}

async function maskDraft(strapi: Core.Strapi, documentId: string | undefined): Promise<void> {
  const draft = await findDraft(strapi, documentId);
  if (!draft) return;
  const masked = maskData(NOTICE, draft);
  const changed = MASKED.filter((field) => JSON.stringify(masked[field]) !== JSON.stringify(draft[field]));
  if (changed.length === 0) return;
  const data = Object.fromEntries(changed.map((field) => [field, masked[field]]));
  await documentsOf(strapi).update({ documentId, data });
}

const documentsOf = (strapi: Core.Strapi) => strapi.documents(NOTICE) as unknown as Documents;
const findDraft = async (strapi: Core.Strapi, documentId: string | undefined) =>
  documentId ? documentsOf(strapi).findOne({ documentId, status: 'draft', populate: POPULATE }) : null;
