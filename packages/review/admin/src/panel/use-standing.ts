import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { Standing } from '../../../server/src/editions/standing.ts';
import type { Move } from '../../../server/src/flow/moves.ts';
import { rereadDocument, saveOpenForm } from '../open-form.ts';
import type { Document } from '../remarks/use-remarks.ts';
import { type Reason, readReasons } from './refusal.ts';

/** Time between two looks at what colleagues have done, ms. */
const LOOK = 20_000;

/** Makes a move. Answers why it was not made, or nothing. */
export type MakeMove = (move: Move, body?: Record<string, unknown>) => Promise<readonly Reason[] | undefined>;

/**
 * Where a document stands for the reader, kept up to date.
 * @param version Changes when the document was saved.
 * @returns `standing` is nothing until it is known; `refusal` says why not even that is possible.
 */
export function useStanding({ uid, documentId, locale }: Document, version: string | undefined) {
  const { get, post } = useFetchClient();
  const [standing, setStanding] = useState<Standing>();
  const path = `/review/documents/${uid}/${documentId}`;

  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      if (document.hidden) return;
      try {
        const { data } = await get<{ data: Standing }>(path, { params: { locale } });
        if (isCurrent) setStanding(data.data);
      } catch {
        // The CMS is restarting or the session has ended: Strapi says so itself, the next look finds out.
      }
    };
    const timer = setInterval(() => void look(), LOOK);
    const lookWhenSeen = () => void look();
    document.addEventListener('visibilitychange', lookWhenSeen);
    void look();
    return () => {
      isCurrent = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookWhenSeen);
    };
  }, [get, path, locale, version]);

  const make = useCallback<MakeMove>(
    async (move, body = {}) => {
      const unsaved = await saveOpenForm();
      if (unsaved) return [{ message: `您的修改还没有存好：${unsaved}` }];
      try {
        const { data } = await post<{ data: Standing }>(`${path}/moves`, { locale, move, ...body });
        setStanding(data.data);
        rereadDocument(uid, documentId);
        return undefined;
      } catch (error) {
        return readReasons(error);
      }
    },
    [post, path, locale, uid, documentId],
  );
  return { standing, make };
}
