import { AsyncLocalStorage } from 'node:async_hooks';

import type { DocumentKey } from '../editions/document.ts';

/** On whose behalf documents are written right now, beside people: a move of this plugin, or one of our own programs. */
export type Running = { kind: 'publication'; document: DocumentKey } | { kind: 'program'; name: string };

const storage = new AsyncLocalStorage<Running>();

/** What runs here; nothing for everybody else. */
export const running = (): Running | undefined => storage.getStore();

/** Runs work whose writes the guard lets pass. */
export const runAs = <T>(what: Running, work: () => Promise<T>): Promise<T> => storage.run(what, work);

/** Whether the guard opens for a document: its own publication, or a program. */
export function isOpenFor({ uid, documentId, locale }: DocumentKey): boolean {
  const now = running();
  if (now?.kind === 'program') return true;
  return (
    now?.kind === 'publication' &&
    now.document.uid === uid &&
    now.document.documentId === documentId &&
    now.document.locale === locale
  );
}
