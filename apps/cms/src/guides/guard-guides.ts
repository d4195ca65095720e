import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Guide } from './guide';
import { contradictionsIn } from './inspect-guide';

const SERVICE = 'api::service-item.service-item';
const PARTS = ['materials', 'steps', 'fees', 'windows', 'questions', 'resultSample'];

interface Publishing {
  documentId?: string;
  locale?: string;
}

/**
 * Keeps a service guide that contradicts itself from being published, whichever screen, bulk action or API asks.
 *
 * @throws {errors.ValidationError} Naming every contradiction at once, with what to do about it.
 */
export function guardGuides(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== (SERVICE as string) || context.action !== 'publish') return next();
    const { documentId, locale } = context.params as Publishing;
    const guide = documentId ? await findDraft(strapi, { documentId, locale }) : null;
    const found = guide ? contradictionsIn(guide) : [];
    if (found.length > 0) {
      const reasons = found.map(({ message, remedy }) => `${message}${remedy}`).join('\n');
      throw new errors.ValidationError(`这份办事指南前后矛盾，没有发布：\n${reasons}`);
    }
    return next();
  });
}

function findDraft(strapi: Core.Strapi, { documentId, locale }: Publishing): Promise<Guide | null> {
  const documents = strapi.documents(SERVICE as never) as unknown as { findOne(params: object): Promise<Guide | null> };
  return documents.findOne({ documentId, status: 'draft', populate: PARTS, ...(locale ? { locale } : {}) });
}
