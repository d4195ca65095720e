import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import { type DocumentState, waitBeforeAsking } from './describe-state.ts';

/** Part of the address of every call of the Content Manager that publishes or withdraws. */
const PUBLICATION_CALL = '/actions/';

/**
 * Follows how far a document has come. It asks again by itself, and at once when the browser reports that a publishing
 * call ended: Strapi tells panels nothing about that.
 */
export function useDocumentState(
  uid: string,
  documentId: string,
  locale: string | undefined,
): DocumentState | undefined {
  const { get } = useFetchClient();
  const [state, setState] = useState<DocumentState>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let ended = false;
    let latest: DocumentState | undefined;

    const ask = async () => {
      clearTimeout(timer);
      if (!document.hidden) latest = await load();
      if (ended) return;
      setState(latest);
      timer = setTimeout(() => void ask(), waitBeforeAsking(latest, new Date()));
    };
    const load = async () => {
      try {
        const params = locale ? { locale } : {};
        const { data } = await get<{ data: DocumentState }>(`/feed/documents/${uid}/${documentId}`, { params });
        return data.data;
      } catch {
        // The CMS is restarting or the session has ended: Strapi says so itself, the next question finds out.
        return latest;
      }
    };
    const observer = new PerformanceObserver((list) => {
      if (list.getEntries().some(({ name }) => name.includes(PUBLICATION_CALL))) void ask();
    });
    observer.observe({ type: 'resource' });
    const askWhenVisible = () => void (document.hidden || ask());
    document.addEventListener('visibilitychange', askWhenVisible);
    void ask();

    return () => {
      ended = true;
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', askWhenVisible);
    };
  }, [uid, documentId, locale, get]);

  return state;
}
