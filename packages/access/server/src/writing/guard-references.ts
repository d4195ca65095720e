import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { claimFiles } from '../files/claim-files.ts';
import { placementOf } from '../grants/area-condition.ts';
import { findWriter } from '../writer.ts';
import { collectReferences, type ReferringSchema } from './collect-references.ts';
import { mayReadFile, rightsOf } from './rights.ts';
import { loadVersions } from './versions.ts';

const FILE = 'plugin::upload.file';
type Writer = NonNullable<ReturnType<typeof findWriter>>;
interface Named {
  documentIds: string[];
  ids: number[];
}

const where = ({ documentIds, ids }: Named) => ({ $or: [{ documentId: { $in: documentIds } }, { id: { $in: ids } }] });
const isEmpty = ({ documentIds, ids }: Named) => documentIds.length === 0 && ids.length === 0;

/** The documents somebody may not point to: drafts of others that were never published, or not any more. */
async function findHidden(strapi: Core.Strapi, writer: Writer, uid: string, named: Named): Promise<string[]> {
  const rows = await loadVersions(strapi, uid, where(named));
  const missing = [...new Set(rows.map(({ documentId }) => documentId))];
  const may = rightsOf(strapi, writer, uid);
  const versions = await loadVersions(strapi, uid, { documentId: { $in: missing } });
  const isOpen = (documentId: string) => versions.some((version) => version.documentId === documentId && (version.publishedAt !== null || may('read', version)));
  return missing.filter((documentId) => !isOpen(documentId));
}

async function findHiddenFiles(strapi: Core.Strapi, writer: Writer, named: Named): Promise<string[]> {
  const files = await strapi.db.query(FILE).findMany({ where: where(named), populate: { createdBy: { select: ['id'] } } });
  return files.filter((file) => !mayReadFile(strapi, writer, file)).map(({ documentId }) => documentId as string);
}

/** What the stored draft names already: it was let in then, perhaps by somebody with more rights. */
async function findKept(strapi: Core.Strapi, uid: string, { documentId, locale }: { documentId?: string; locale?: string }): Promise<Set<string>> {
  if (!documentId) return new Set();
  const builder = strapi.plugin('content-manager').service('populate-builder') as unknown as (uid: string) => { populateDeep(level: number): { build(): Promise<object> } };
  const populate = await builder(uid).populateDeep(Infinity).build();
  const draft = await strapi.documents(uid as never).findOne({ documentId, ...(locale ? { locale } : {}), populate } as never);
  // Identities are 24 letters and digits wherever they stand.
  return new Set(JSON.stringify(draft ?? {}).match(/\b[a-z0-9]{24}\b/g) ?? []);
}

/**
 * Lets people point only to what they may know of: their own documents and what is published, files of theirs and files
 * that are public. Without it a draft or a file of another agency could be read by naming its number.
 *
 * @throws {errors.ApplicationError} When a document or file is named that its writer may not see.
 */
export function guardReferences(strapi: Core.Strapi): void {
  const getComponent = (uid: string) => strapi.components[uid as never] as unknown as ReferringSchema | undefined;
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const params = context.params as { data?: Record<string, unknown>; documentId?: string; locale?: string };
    if (!['create', 'update', 'clone'].includes(action) || !params.data || !uid.startsWith('api::')) return next();
    const { documents, files } = collectReferences(params.data, context.contentType as unknown as ReferringSchema, getComponent);
    const writer = findWriter(strapi);
    if (writer) {
      const hidden = isEmpty(files) ? [] : await findHiddenFiles(strapi, writer, files);
      for (const [target, named] of documents) {
        if (isEmpty(named) || placementOf(strapi.contentTypes[target as never] as never) !== 'document') continue;
        hidden.push(...(await findHidden(strapi, writer, target, named)));
      }
      const kept = hidden.length > 0 ? await findKept(strapi, uid, params) : new Set();
      if (hidden.some((id) => !kept.has(id))) throw new errors.ApplicationError('选用的内容或文件属于其他机构，并且还没有公开，不能引用。请换成本机构的，或者等对方发布。');
    }
    const result = await next();
    const written = (result as { documentId?: string } | null)?.documentId;
    if (written && !isEmpty(files)) await claimFiles(strapi, files, { uid, documentId: written });
    return result;
  });
}
