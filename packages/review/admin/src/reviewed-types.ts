import { getFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

let known: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const { data } = await getFetchClient().get<{ data: string[] }>('/review/types');
  return new Set(data.data);
}

/** The content types whose documents are reviewed in this installation; nothing until it is known. None with review switched off. */
export function useReviewedTypes(): ReadonlySet<string> | undefined {
  const [types, setTypes] = useState<ReadonlySet<string>>();
  useEffect(() => {
    let isCurrent = true;
    known ??= load();
    known.then(
      (found) => isCurrent && setTypes(found),
      // Asked again with the next form: the CMS is restarting, or nobody is signed in yet.
      () => (known = undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return types;
}

/** Whether documents of a type are reviewed; nothing until it is known. */
export const useIsReviewed = (uid: string): boolean | undefined => useReviewedTypes()?.has(uid);
