import type { Core } from '@strapi/strapi';

import { inTransaction, type Sql } from '../store/connection.ts';
import { SITTING, type Cause } from './causes.ts';
import { digestOf, readContent, type Place } from './content.ts';
import { completeVersion, findLast, insertVersion, putContent, replaceVersion, type Version } from './store.ts';

/** Causes that say nothing of a content that is kept already. */
const UNREMARKABLE: ReadonlySet<Cause> = new Set(['saved', 'baseline']);

/** What is kept, and why. */
export interface Keeping extends Place {
  cause: Cause;
  /** Id of the user; who sent the current request when left out. `null` for programs. */
  by?: number | null;
  editionId?: string | number | null | undefined;
  note?: string | undefined;
}

/**
 * Keeps what a document says now as a version, in the transaction that is open or in one of its own. What did not
 * change is not kept twice for one cause, and saves of one person within one sitting are one version.
 *
 * @returns The number of the version that holds the content; `undefined` when there is no such document.
 */
export async function keepVersion(strapi: Core.Strapi, keeping: Keeping, now: Date): Promise<number | undefined> {
  return inTransaction(strapi, async (sql) => {
    await takeTurn(strapi, sql, keeping);
    const content = await readContent(strapi, keeping);
    if (!content) return undefined;
    const digest = digestOf(content);
    const last = await findLast(sql, keeping);
    const by = await personOf(strapi, keeping.by);
    if (last?.digest === digest && UNREMARKABLE.has(keeping.cause)) return last.number;
    if (last?.digest === digest && last.cause === keeping.cause) {
      await completeVersion(sql, last, keeping);
      return last.number;
    }

    await putContent(sql, digest, content);
    const at = now.toISOString();
    if (last && isSameSitting(last, keeping.cause, by?.id, now)) {
      await replaceVersion(sql, last.id, { digest, at });
      return last.number;
    }
    const { uid, documentId, locale, cause, note, editionId } = keeping;
    const version = { uid, documentId, locale, digest, cause, beganAt: at, at };
    const more = { ...(note ? { note } : {}), ...(editionId === undefined || editionId === null ? {} : { editionId: String(editionId) }), ...(by ? { by } : {}) };
    return insertVersion(sql, { ...version, ...more }, last);
  });
}

function isSameSitting(last: Version, cause: Cause, byId: number | undefined, now: Date): boolean {
  return cause === 'saved' && last.cause === 'saved' && byId !== undefined && last.by?.id === byId && now.getTime() - Date.parse(last.beganAt) < SITTING;
}

/** Numbers follow each other: on PostgreSQL two savings of one document wait for each other, SQLite has one writer. */
async function takeTurn(strapi: Core.Strapi, sql: Sql, { documentId, locale }: Place): Promise<void> {
  if ((strapi.db.dialect as { client: string }).client !== 'postgres') return;
  await sql.raw('select pg_advisory_xact_lock(hashtext(?))', [`review_versions:${documentId}:${locale}`]);
}

interface User {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** What a person of the CMS is called. */
export const nameOf = ({ firstname, lastname, username }: User) => `${lastname ?? ''}${firstname ?? ''}` || username || '一位同事';

async function personOf(strapi: Core.Strapi, given: number | null | undefined): Promise<{ id: number; name: string } | undefined> {
  const state = strapi.requestContext.get()?.state as { user?: User; auth?: { strategy?: { name?: string } } } | undefined;
  const current = state?.auth?.strategy?.name === 'admin' ? state.user : undefined;
  if (given === null) return undefined;
  if (given === undefined || given === current?.id) return current && { id: current.id, name: nameOf(current) };
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: given } })) as User | null;
  return user ? { id: user.id, name: nameOf(user) } : undefined;
}
