import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import type { ListName } from '../../../server/src/desk/lists.ts';
import type { DeskRow } from '../../../server/src/desk/routes.ts';
import { useReviewedTypes } from '../reviewed-types.ts';
import type { Counts } from './desk-lists.ts';

/** Time between two looks, ms. */
const LOOK = 30_000;

/** One page of a list. */
export interface DeskPage {
  rows: DeskRow[];
  page: number;
  pages: number;
  total: number;
}

/** Reads something again and again while the page is seen. Keeps what was known when a look fails. */
function useLooks<T>(path: string | undefined, params?: Record<string, unknown>): T | undefined {
  const { get } = useFetchClient();
  const [known, setKnown] = useState<{ path: string; value: T }>();
  const query = JSON.stringify(params ?? {});
  const address = `${path}?${query}`;
  useEffect(() => {
    if (!path) return undefined;
    let isCurrent = true;
    const look = () => {
      if (document.hidden) return;
      get<{ data: T }>(path, { params: JSON.parse(query) as object }).then(
        ({ data }) => isCurrent && setKnown({ path: address, value: data.data }),
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, LOOK);
    document.addEventListener('visibilitychange', look);
    return () => {
      isCurrent = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [get, path, query, address]);
  return known?.path === address ? known.value : undefined;
}

/** How much is on each list; nothing until it is known. */
export const useCounts = (isWanted: boolean): Counts | undefined => useLooks<Counts>(isWanted ? '/review/desk/counts' : undefined);

/** A page of a list; nothing until it is known. */
export const useDeskPage = (list: ListName | undefined, page: number): DeskPage | undefined => useLooks<DeskPage>(list ? `/review/desk/${list}` : undefined, { page });

/** Whether this installation reviews what is published; nothing until it is known. */
export function useHasReview(): boolean | undefined {
  const types = useReviewedTypes();
  return types && types.size > 0;
}
