import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { findVersion, isLocalised, nameOf } from './version';

/** Header of a save that must not replace a version its writer has not seen: the `updatedAt` it was read with. */
export const READ_VERSION = 'x-read-version';

const time = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

/**
 * Refuses a save that says which version it was made from, when another one is stored by now. The form saves by itself
 * (src/admin/writing), which nobody watches: it may never take away what a colleague has written.
 *
 * @throws {errors.ApplicationError} Naming who saved and when; `details.conflict` is true.
 */
export function guardVersions(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const read = strapi.requestContext.get()?.request.headers[READ_VERSION];
    const { documentId, locale } = context.params as { documentId?: string; locale?: string };
    if (context.action !== 'update' || !documentId || typeof read !== 'string') return next();
    const { uid } = context;
    return strapi.db.transaction(async ({ trx }) => {
      const { tableName } = strapi.db.metadata.get(uid);
      const rows = trx(tableName).where({ document_id: documentId }).whereNull('published_at');
      // On PostgreSQL a second save waits here until the first is done, and then sees it.
      await (isLocalised(strapi, uid) && locale ? rows.where({ locale }) : rows).select('id').forUpdate();
      const stored = await findVersion(strapi, { uid, documentId, locale: locale ?? '' });
      if (stored && stored.updatedAt !== read) {
        throw new errors.ApplicationError(`${nameOf(stored.by)} ${time.format(new Date(stored.updatedAt))} 保存了新版本，没有自动保存。请先看看对方的版本。`, {
          conflict: true,
        });
      }
      return next();
    }) as unknown as ReturnType<typeof next>;
  });
}
