import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { Colleague, Remarks } from '../../../server/src/remarks/remark.ts';
import { type Reason, readReasons } from '../panel/refusal.ts';

/** A remark to be written. */
export interface Writing {
  text: string;
  field?: string;
  parent?: number;
  mentions: number[];
}

export interface Document {
  uid: string;
  documentId: string;
  locale: string;
}

/** The remarks of a document, read again when `version` changes; nothing until they are known. */
export function useRemarks({ uid, documentId, locale }: Document, version: string | undefined) {
  const { get, post } = useFetchClient();
  const [known, setKnown] = useState<Remarks>();
  const path = `/review/documents/${uid}/${documentId}/remarks`;

  useEffect(() => {
    let isCurrent = true;
    get<{ data: Remarks }>(path, { params: { locale } }).then(
      ({ data }) => isCurrent && setKnown(data.data),
      // The CMS is restarting or the session has ended: Strapi says so itself.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [get, path, locale, version]);

  const send = useCallback(
    async (to: string, body: object): Promise<readonly Reason[] | undefined> => {
      try {
        const { data } = await post<{ data: Remarks }>(to, { locale, ...body });
        setKnown(data.data);
        return undefined;
      } catch (error) {
        return readReasons(error);
      }
    },
    [post, locale],
  );
  const add = useCallback((remark: Writing) => send(path, remark), [send, path]);
  const settle = useCallback((id: number, settled: boolean) => send(`${path}/${id}/settlement`, { settled }), [send, path]);
  return { known, add, settle };
}

/** Those who work on a document, once somebody wants to know. */
export function useColleagues({ uid, documentId, locale }: Document, isWanted: boolean): readonly Colleague[] {
  const { get } = useFetchClient();
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    get<{ data: Colleague[] }>(`/review/documents/${uid}/${documentId}/colleagues`, { params: { locale } }).then(
      ({ data }) => isCurrent && setColleagues(data.data),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [get, uid, documentId, locale, isWanted]);
  return colleagues;
}
