import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

/** A document in one language, as addresses of the plugin's pages name it. */
export interface Identity {
  uid: string;
  documentId: string;
  locale: string;
}

/** What a page of the plugin waits for. */
export type Loaded<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; value: T };

/** Base address of what the server keeps of a document. */
export const addressOf = ({ uid, documentId }: Identity, rest: string) => `/review/documents/${uid}/${documentId}/${rest}`;

/** Why a call failed, in words for the person at the screen. */
export function sayFailure(error: unknown): string {
  if (!isFetchError(error)) return '没有连上服务器，请检查网络后再试。';
  const { status, message } = (error as { response?: { data?: { error?: { status?: number; message?: string } } } }).response?.data?.error ?? {};
  if (status === 403) return '您没有权限看这份内容。';
  if (status === 404 && !/\p{Script=Han}/u.test(message ?? '')) return '没有找到这份内容，它可能已经删除。';
  return message && /\p{Script=Han}/u.test(message) ? message : '没有办成，请过一会儿再试。';
}

/** Reads something the server keeps of a document, again when it is asked to. */
export function useLoaded<T>(identity: Identity, rest: string | undefined): [Loaded<T>, () => void] {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const address = rest === undefined ? undefined : addressOf(identity, rest);
  const { locale } = identity;

  useEffect(() => {
    if (address === undefined) return undefined;
    let isOver = false;
    get<{ data: T }>(address, { params: { locale } })
      .then(({ data }) => !isOver && setLoaded({ state: 'here', value: data.data }))
      .catch((error: unknown) => !isOver && setLoaded({ state: 'failed', message: sayFailure(error) }));
    return () => {
      isOver = true;
    };
  }, [get, address, locale, turn]);

  return [loaded, useCallback(() => setTurn((last) => last + 1), [])];
}
