import type { Core } from '@strapi/strapi';

import type { Sql } from '../store/connection.ts';
import { delegatesOf } from './delegates.ts';
import { kindOf, type NoticeKindCode } from './kinds.ts';

/** Something people are to be told. */
export interface Telling {
  kind: NoticeKindCode;
  /** Ids of the admin users it is for. Nobody may be among them: a group's robot may still want to know. */
  to: readonly number[];
  document?: { uid: string; documentId: string; locale?: string | null; title?: string | null };
  /** One sentence for the admin alone: it never leaves the house. */
  text?: string;
  /** Path in the admin; that of the document when it is left out. */
  link?: string;
  /** Names this telling: said again under the same name, it is not told again. */
  once?: string;
}

const TITLE = 300;

/**
 * Writes down what people are to be told, in the transaction that is open: what is rolled back was never said. It sends
 * nothing and asks nobody outside, so that no move waits for a mail server.
 * @param wake Called once the row is there for everybody to see.
 */
export async function tell(strapi: Core.Strapi, telling: Telling, { now, wake }: { now: Date; wake(): void }): Promise<void> {
  await strapi.db.transaction(async ({ trx, onCommit }) => {
    const id = await insertNotice(trx as unknown as Sql, telling, now);
    if (id === undefined) return;
    const delegates = kindOf(telling.kind).standsIn ? await delegatesOf(trx as unknown as Sql, telling.to, now) : [];
    const readers = [...new Set([...telling.to, ...delegates])].map((user) => ({ notice_id: id, user_id: user }));
    for (let start = 0; start < readers.length; start += 100) {
      await (trx as unknown as Sql)('review_notice_readers').insert(readers.slice(start, start + 100));
    }
    onCommit(wake);
  });
}

async function insertNotice(sql: Sql, { kind, document, text, link, once }: Telling, now: Date): Promise<number | undefined> {
  const row = {
    kind,
    once: once ?? null,
    uid: document?.uid ?? null,
    document_id: document?.documentId ?? null,
    locale: document?.locale ?? null,
    title: document?.title?.slice(0, TITLE) ?? null,
    text: text ?? null,
    link: link?.replace(/^\/admin(?=\/)/, '') ?? (document ? pathOf(document) : null),
    at: now.toISOString(),
  };
  const [inserted] = await sql('review_notices').insert(row).onConflict('once').ignore().returning('id');
  return inserted === undefined ? undefined : Number(typeof inserted === 'object' ? inserted.id : inserted);
}

/** Where the admin shows a document, behind its own base path. */
export function pathOf({ uid, documentId, locale }: NonNullable<Telling['document']>): string {
  const at = `/content-manager/collection-types/${uid}/${documentId}`;
  return locale ? `${at}?${new URLSearchParams({ 'plugins[i18n][locale]': locale }).toString()}` : at;
}

/** What this area gives to others: `strapi.plugin('review').service('notices')`. */
export interface Notices {
  tell(telling: Telling): Promise<void>;
}

export function createNotices(strapi: Core.Strapi, wake: () => void): Notices {
  return { tell: (telling) => tell(strapi, telling, { now: new Date(), wake }) };
}
