import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { loadActor } from '../editions/actor.ts';
import { listInHands } from '../editions/edition-store.ts';
import { loadContent } from '../editions/load-content.ts';
import { findShowing } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { onConnection } from '../store/connection.ts';

const FILE = 'plugin::upload.file';
/** Of what is noted on a file, what pages show. Its folder is nobody's concern. */
const SHOWN = ['name', 'alternativeText', 'caption', 'focalPoint'] as const;

type Id = number | string;
type Stored = { id: number; documentId: string; name: string } & Record<string, unknown>;
interface UploadService {
  replace(id: Id, ...more: unknown[]): Promise<unknown>;
  updateFileInfo(id: Id, info: Record<string, unknown>, ...more: unknown[]): Promise<unknown>;
  remove(file: Stored): Promise<unknown>;
}
interface FileService {
  deleteByIds(ids?: Id[]): Promise<unknown>;
}

/**
 * Keeps a file as it was approved, for as long as something published shows it or something under review will. The
 * feed follows every change of a file, so a picture put in another's place would be live at once, and what three people
 * have read would not be what visitors get. Sits in Strapi's upload service: every route and token passes here.
 *
 * @throws {errors.ApplicationError} Saying in Chinese what to do instead. Administrators of the whole site may.
 */
export function guardFiles(review: Review): void {
  const service = review.strapi.plugin('upload').service('upload') as unknown as UploadService;
  const { replace, updateFileInfo, remove } = service;
  const find = (id: Id) => review.strapi.db.query(FILE).findOne({ where: { id } }) as Promise<Stored | null>;

  service.replace = async (id, ...more) => {
    await assertFree(review, await find(id));
    return replace(id, ...more);
  };
  service.updateFileInfo = async (id, info, ...more) => {
    const file = await find(id);
    if (file && SHOWN.some((name) => isChanged(file[name], info[name]))) await assertFree(review, file);
    return updateFileInfo(id, info, ...more);
  };
  service.remove = async (file) => {
    await assertFree(review, await find(file.id));
    return remove(file);
  };
  // Strapi deletes several side by side: one that has to stay keeps the others, too.
  const files = review.strapi.plugin('upload').service('file') as unknown as FileService;
  const { deleteByIds } = files;
  files.deleteByIds = async (ids = []) => {
    for (const id of ids) await assertFree(review, await find(id));
    return deleteByIds(ids);
  };
}

/** Forms send what is empty in several ways; what they leave out stays. */
function isChanged(stored: unknown, given: unknown): boolean {
  if (given === undefined || given === null) return false;
  return JSON.stringify(stored ?? '') !== JSON.stringify(given);
}

/** Who asks: programs of the installation ask by no request. */
function callerOf(strapi: Core.Strapi): { person: number | undefined } | undefined {
  const state = strapi.requestContext.get()?.state as { user?: { id: number } } | undefined;
  return state && { person: state.user?.id };
}

async function assertFree(review: Review, file: Stored | null): Promise<void> {
  const caller = callerOf(review.strapi);
  // Strapi answers for a file that is not there.
  if (!file || !caller) return;
  const use = await describeUse(review, file);
  if (!use) return;
  const actor = caller.person === undefined ? undefined : await loadActor(review.strapi, caller.person);
  if (actor?.administers) return;
  throw new errors.ApplicationError(
    `“${file.name}”${use}，不能替换、改名、改说明或删除：那样不经审核就会改变网页。请另外上传一个文件，在内容里改选它，再送审。一定要动这个文件，请站点管理员处理。`,
  );
}

/** Where a file stands that may not change without a review. Drafts under review may be another agency's: not named. */
async function describeUse(review: Review, { documentId }: Stored): Promise<string | undefined> {
  const [shown, ...others] = await findShowing(review.strapi, documentId);
  if (shown !== undefined) return `正用在线上的《${shown}》${others.length > 0 ? `等 ${others.length + 1} 篇内容` : ''}里`;
  for (const key of await onConnection(review.strapi, listInHands)) {
    // Fields name a file by its identity, and so does the text: no other word looks like one.
    const content = await loadContent(review.strapi, key, 'draft');
    if (JSON.stringify(content ?? null).includes(documentId)) return '正用在送审中或等待发布的内容里';
  }
  return undefined;
}
