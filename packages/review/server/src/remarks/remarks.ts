import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { arrangeRemarks, type RemarkRow } from './arrange-remarks.ts';
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
  mentions?: Remark['mentions'];
  /** No id for somebody without an account. */
  by: { id?: number | undefined; name: string };
}

/** The remarks of an installation. Writes join the transaction that is open. */
export interface RemarkStore {
  list(document: Identity): Promise<Remark[]>;
  /** @throws {errors.ValidationError} When the remark it answers is not one of the document's. */
  add(remark: NewRemark): Promise<Remark>;
  /** Marks a remark as dealt with, or opens it again. @throws {errors.NotFoundError} When the document has none of that id. */
  resolve(document: Identity, id: number, by: string | undefined): Promise<void>;
  /** How many are not dealt with yet. */
  countOpen(document: Identity): Promise<number>;
}

const keyOf = ({ uid, documentId, locale }: Identity) => ({ uid, document_id: documentId, locale });

/** Keeps remarks in a table of our own. @param now For the time of a remark. */
export function createRemarks(strapi: Core.Strapi, now: () => Date): RemarkStore {
  const inTransaction = <T>(work: (sql: Core.Strapi['db']['connection']) => Promise<T>) =>
    strapi.db.transaction(({ trx }) => work(trx as never)) as Promise<T>;
  const rowsOf = (document: Identity) => inTransaction((sql) => sql(TABLE).where(keyOf(document)).orderBy('id')) as Promise<RemarkRow[]>;

  return {
    list: async (document) => arrangeRemarks(await rowsOf(document)),

    add: ({ kind, text, field, parent, editionId, mentions = [], by, ...document }) =>
      inTransaction(async (sql) => {
        if (parent !== undefined) await assertAnswerable(sql, document, parent);
        const row = {
          ...keyOf(document),
          kind,
          text,
          field: field ?? null,
          parent_id: parent ?? null,
          edition_id: editionId ?? null,
          mentions: JSON.stringify(mentions),
          author_id: by.id ?? null,
          author_name: by.name,
          at: now().toISOString(),
          resolved_at: null,
          resolved_by: null,
        };
        const [answer] = await sql(TABLE).insert(row).returning('id');
        const id = Number(typeof answer === 'object' ? answer.id : answer);
        return arrangeRemarks([{ ...row, id, parent_id: null }])[0]!;
      }),

    resolve: (document, id, by) =>
      inTransaction(async (sql) => {
        const change = { resolved_at: by === undefined ? null : now().toISOString(), resolved_by: by ?? null };
        const changed = await sql(TABLE).where({ ...keyOf(document), id, parent_id: null }).update(change);
        if (changed === 0) throw new errors.NotFoundError('没有这条备注，可能已经换了一篇。请刷新页面。');
      }),

    countOpen: async (document) => (await rowsOf(document)).filter(({ parent_id, resolved_at }) => parent_id === null && !resolved_at).length,
  };
}

async function assertAnswerable(sql: Core.Strapi['db']['connection'], document: Identity, parent: number): Promise<void> {
  const found = await sql(TABLE).where({ ...keyOf(document), id: parent, parent_id: null }).first('id');
  if (!found) throw new errors.ValidationError('要回复的备注已经不在了，请刷新页面。');
}
