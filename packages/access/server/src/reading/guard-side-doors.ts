import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { findWriter } from '../writer.ts';
import { rightsOf } from '../writing/rights.ts';
import { loadVersions } from '../writing/versions.ts';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';
const CHANGE_FILES = 'plugin::upload.assets.update';

interface Context {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: Record<string, unknown> };
}
type Controller = Record<string, (context: Context) => Promise<unknown>>;

/** @throws {errors.ForbiddenError} Unless the caller may read what is stored of a document. */
async function assertMayRead(strapi: Core.Strapi, uid: unknown, where: object): Promise<void> {
  const writer = findWriter(strapi);
  if (typeof uid !== 'string' || !uid.startsWith('api::') || !strapi.getModel(uid as never)) throw new errors.NotFoundError();
  const versions = await loadVersions(strapi, uid, where);
  if (versions.length === 0) throw new errors.NotFoundError();
  const drafts = versions.filter(({ publishedAt }) => publishedAt === null);
  const may = writer && rightsOf(strapi, writer, uid);
  if (!may || !(drafts.length > 0 ? drafts : versions).every((version) => may('read', version))) throw new errors.ForbiddenError();
}

const listIds = (value: unknown) => [value ?? []].flat().map(Number).filter(Number.isInteger);

/** Files named, and files anywhere in folders named. */
async function findFiles(strapi: Core.Strapi, { fileIds, folderIds }: Record<string, unknown>): Promise<object[]> {
  const folders = (await strapi.db.query(FOLDER).findMany({ where: { id: { $in: listIds(folderIds) } }, select: ['path'] })) as { path: string }[];
  const within = folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]);
  return strapi.db.query(FILE).findMany({ where: { $or: [{ id: { $in: listIds(fileIds) } }, ...within] }, populate: { createdBy: { select: ['id'] } } });
}

/** @throws {errors.ApplicationError} When one of the files is not the caller's to change. */
async function assertMayChangeFiles(strapi: Core.Strapi, { request }: Context): Promise<void> {
  const writer = findWriter(strapi);
  if (!writer) throw new errors.ForbiddenError();
  const manager = strapi.service('admin::permission')!.createPermissionsManager({ ability: writer.ability, model: FILE, action: CHANGE_FILES });
  const files = await findFiles(strapi, request.body ?? {});
  if (files.some((file) => !writer.ability.can(CHANGE_FILES, manager.toSubject(file)))) {
    throw new errors.ApplicationError('选中的文件（或文件夹里）有不是您上传的，不能移动或删除。请只选自己上传的，或请站点管理员处理。');
  }
}

/** @throws {errors.ForbiddenError} Without a right that Strapi's own route does not ask for. */
async function assertMay(strapi: Core.Strapi, action: string): Promise<void> {
  if (!findWriter(strapi)?.ability.can(action)) throw new errors.ForbiddenError();
}

/**
 * Strapi deletes everything that is written in a language with it, past the document service: no review, audit or feed
 * would know.
 *
 * @throws {errors.ApplicationError} While something is written in it.
 */
async function assertUnused(strapi: Core.Strapi, localeId: number): Promise<void> {
  const locale = (await strapi.db.query('plugin::i18n.locale').findOne({ where: { id: localeId } })) as { code: string; name: string } | null;
  if (!locale) return;
  const types = Object.values(strapi.contentTypes).filter(({ uid, pluginOptions }) => uid.startsWith('api::') && (pluginOptions?.i18n as { localized?: boolean } | undefined)?.localized);
  for (const { uid, info } of types) {
    const [row] = await strapi.db.query(uid).findMany({ where: { locale: locale.code }, select: ['documentId'], limit: 1 } as never);
    if (row) throw new errors.ApplicationError(`还有“${locale.name}”的${info.displayName}，不能删除这种语言。请先逐篇撤下并删除这种语言的内容。`);
  }
}

/** Runs a check before some actions of one of Strapi's controllers. */
function guard(strapi: Core.Strapi, uid: string, checks: Record<string, (context: Context) => Promise<void>>): void {
  (strapi.get('controllers') as { extend(uid: string, change: (controller: Controller) => Controller): void }).extend(uid, (controller) => {
    const guarded = Object.entries(checks).map(([action, check]) => [
      action,
      async function run(this: Controller, context: Context) {
        await check(context);
        return controller[action]!.call(this, context);
      },
    ]);
    return { ...controller, ...Object.fromEntries(guarded) };
  });
}

/**
 * Closes routes of Strapi that ask whether somebody has a right at all, and not for which document or file: the fields
 * languages share, the text to translate from, several documents at once, and moving or deleting several files. Two more ask for no right
 * at all: sending mail to anybody, and the settings of languages. And one deletes documents without the document
 * service.
 */
export function guardSideDoors(strapi: Core.Strapi): void {
  guard(strapi, 'plugin::i18n.content-types', {
    getNonLocalizedAttributes: ({ request: { body } }) => assertMayRead(strapi, body?.model, { id: Number(body?.id) }),
    getFillFromLocaleData: ({ params, query }) => assertMayRead(strapi, params.model, { documentId: String(query.documentId) }),
  });
  const several = (uid: string | undefined, documentIds: unknown) => assertMayRead(strapi, uid, { documentId: { $in: [documentIds ?? []].flat().map(String) } });
  guard(strapi, 'plugin::content-manager.collection-types', {
    bulkFindForValidation: ({ params, request: { body } }) => several(params.model, body?.documentIds),
    countManyEntriesDraftRelations: ({ params, query }) => several(params.model, query.documentIds),
  });
  guard(strapi, 'plugin::email.email', { send: () => assertMay(strapi, 'plugin::email.settings.read') });
  guard(strapi, 'plugin::i18n.settings', { updateSettings: () => assertMay(strapi, 'plugin::i18n.locale.update') });
  guard(strapi, 'plugin::i18n.locales', { deleteLocale: ({ params }) => assertUnused(strapi, Number(params.id)) });
  const byNumber = async ({ params }: Context) => {
    // PostgreSQL fails inside on what is no number.
    if (!/^\d{1,9}$/.test(params.id ?? '')) throw new errors.NotFoundError();
  };
  guard(strapi, 'plugin::upload.admin-file', { findOne: byNumber, destroy: byNumber });
  const files = (context: Context) => assertMayChangeFiles(strapi, context);
  guard(strapi, 'plugin::upload.admin-folder-file', { deleteMany: files, moveMany: files });
}
