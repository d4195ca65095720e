import { getFetchClient, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { FormIdentity } from './draft-key.ts';
import type { Conflict } from './save-guard.ts';

/** Time between two signs of life, ms. */
const BEAT = 12_000;

export interface Colleague {
  name: string;
  isMe: boolean;
  since: string;
}
interface Answer {
  others: Colleague[];
  version?: Conflict;
}

/** Tells the server that this form is open; answers who else has the document open and which version is stored. */
export function usePresence({ uid, documentId, locale }: FormIdentity) {
  const { post } = useFetchClient();
  const [session] = useState(() => crypto.randomUUID());
  const [answer, setAnswer] = useState<Answer>();
  const isOpen = useRef(true);

  const ask = useCallback(async (): Promise<Answer | undefined> => {
    if (!documentId) return undefined;
    try {
      const { data } = await post<{ data: Answer }>(`/writing/${uid}/${documentId}`, { session, locale });
      if (isOpen.current) setAnswer(data.data);
      return data.data;
    } catch {
      // The CMS is restarting or the session has ended: Strapi says so itself, the next sign finds out.
      return undefined;
    }
  }, [post, uid, documentId, locale, session]);

  useEffect(() => {
    if (!documentId) return undefined;
    isOpen.current = true;
    void ask();
    const timer = setInterval(() => void ask(), BEAT);
    const askWhenSeen = () => void (document.hidden || ask());
    document.addEventListener('visibilitychange', askWhenSeen);
    return () => {
      isOpen.current = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
    };
  }, [ask, documentId]);
  useLeaving(`/writing/${uid}/${documentId}`, documentId ? { session, locale, leaving: true } : undefined);

  return { others: answer?.others ?? [], version: answer?.version, ask };
}

/** Says goodbye when the form is closed inside the admin; a closed tab is missed by the server after a while. */
function useLeaving(address: string, goodbye: object | undefined): void {
  const latest = useRef(goodbye);
  latest.current = goodbye;
  useEffect(
    () => () => {
      // The fetch client of a form ends its calls with the form.
      if (latest.current) void getFetchClient().post(address, latest.current).catch(() => undefined);
    },
    [address],
  );
}
