import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { checkNotice } from './check-notice';
import { maskNotice, type Notice } from './mask-notice';

const NOTICE = 'api::public-notice.public-notice';
const POPULATE = ['entries', 'disclosure'];

interface Params {
  documentId?: string;
  status?: string;
  data?: Notice;
}
interface Documents {
  findOne(params: object): Promise<Notice | null>;
  update(params: object): Promise<unknown>;
}

/**
 * Hides what must not be published of people (身份证号、手机号、姓名) in public notices where every writer passes, and
 * keeps a notice with people in it from being published without a day on which it goes off line.
 *
 * @throws {errors.ValidationError} Naming each field and what to do.
 */
export function guardNotices(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== (NOTICE as string)) return next();
    const params = context.params as Params;
    const stored = () => findDraft(strapi, params.documentId);
    if (params.data && ['create', 'update', 'clone'].includes(context.action)) {
      const namesMasked = params.data.namesMasked ?? (await stored())?.namesMasked;
      params.data = { ...maskNotice({ ...params.data, namesMasked }), namesMasked: namesMasked ?? true };
      if (params.status === 'published') refuse(checkNotice({ ...(await stored()), ...params.data }));
    }
    if (context.action === 'publish') await settle(strapi, params.documentId);
    return next();
  });
}

/** Checks the draft that is to be published, and masks what was stored before its names were to be masked. */
async function settle(strapi: Core.Strapi, documentId: string | undefined): Promise<void> {
  const draft = await findDraft(strapi, documentId);
  if (!draft) return;
  refuse(checkNotice(draft));
  const { title, summary, body, entries, namesMasked } = maskNotice(draft);
  const masked = { title, summary, body, entries, namesMasked };
  if (Object.entries(masked).every(([field, value]) => JSON.stringify(value) === JSON.stringify(draft[field]))) return;
  await documentsOf(strapi).update({ documentId, data: masked });
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new errors.ValidationError(`这份公示没有发布：\n${reasons.join('\n')}`);
}

const documentsOf = (strapi: Core.Strapi) => strapi.documents(NOTICE as never) as unknown as Documents;
const findDraft = async (strapi: Core.Strapi, documentId: string | undefined) =>
  documentId ? documentsOf(strapi).findOne({ documentId, status: 'draft', populate: POPULATE }) : null;
