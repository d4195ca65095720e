import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { inTransaction, type Sql } from '../store/connection.ts';
import { arrangeRemarks, peopleIn, type RemarkRow } from './arrange-remarks.ts';
import { nameOf } from './colleagues.ts';
import type { Identity } from './reach-document.ts';
import type { Remark } from './remark.ts';

const TABLE = 'review_remarks';

/** A remark to be kept. */
export interface NewRemark extends Identity {
  kind: Remark['kind'];
  text: string;
  field?: string | undefined;
  parent?: number | undefined;
  editionId?: number | undefined;
  /** Ids. */
  mentions?: readonly number[];
  /** Who wrote it: the id of a colleague, or the name somebody without an account gave. */
  by: { id: number } | { guest: string };
  /** When the move was made it belongs to; now without one. */
  at?: Date;
}

/** The remarks of an installation. Writes join the transaction that is open. */
export interface RemarkStore {
  list(document: Identity): Promise<Remark[]>;
  /** Keeps a remark and answers its id. @throws {errors.ValidationError} When the remark it answers is not one of the document's. */
  add(remark: NewRemark): Promise<number>;
  /** Marks a remark as dealt with by somebody, or opens it again. @throws {errors.NotFoundError} When the document has none of that id. */
  settle(document: Identity, id: number, by: number | null): Promise<void>;
}

const keyOf = ({ uid, documentId, locale }: Identity) => ({ uid, document_id: documentId, locale });

/** Keeps remarks in a table of our own. @param now For the time of a remark. */
export const createRemarks = (strapi: Core.Strapi, now: () => Date): RemarkStore => ({
  async list(document) {
    const rows = (await inTransaction(strapi, (sql) => sql(TABLE).where(keyOf(document)).orderBy('id'))) as RemarkRow[];
    return arrangeRemarks(rows, await namesOf(strapi, peopleIn(rows)));
  },

  add: ({ kind, text, field, parent, editionId, mentions = [], by, at = now(), ...document }) =>
    inTransaction(strapi, async (sql) => {
      if (parent !== undefined) await assertAnswerable(sql, document, parent);
      const row = {
        ...keyOf(document),
        kind,
        text,
        field: field ?? null,
        parent: parent ?? null,
        edition: editionId ?? null,
        mentions: JSON.stringify(mentions),
        person: 'id' in by ? by.id : null,
        guest: 'guest' in by ? by.guest : null,
        at: at.toISOString(),
      };
      const [answer] = (await sql(TABLE).insert(row).returning('id')) as { id: unknown }[];
      return Number(answer!.id);
    }),

  settle: (document, id, by) =>
    inTransaction(strapi, async (sql) => {
      const change = { settled_at: by === null ? null : now().toISOString(), settled_by: by };
      const changed = await sql(TABLE).where({ ...keyOf(document), id, parent: null }).update(change);
      if (changed === 0) throw new errors.NotFoundError('没有这条备注，可能已经换了一篇。请刷新页面。');
    }),
});

async function namesOf(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const users = await strapi.db.query('admin::user').findMany({ where: { id: { $in: [...ids] } } });
  return new Map(users.map((user: { id: number; firstname?: string }) => [user.id, nameOf(user)]));
}

async function assertAnswerable(sql: Sql, document: Identity, parent: number): Promise<void> {
  const found = await sql(TABLE).where({ ...keyOf(document), id: parent, parent: null }).first('id');
  if (!found) throw new errors.ValidationError('要回复的备注已经不在了，请刷新页面。');
}
