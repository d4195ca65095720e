import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

/** A published document as a link names it. */
export interface Target {
  /** `entry:<type>/<documentId>`. */
  ref: string;
  title: string;
  path: string;
  /** Chinese name of its type. */
  kind: string;
}

/** Wait after the last key, ms. */
const PAUSE = 250;

/** Finds published documents of all types by words of their title, or the one a link leads to. */
export function useTargets(words: string, ref?: string): { targets: Target[] | undefined; isSearching: boolean } {
  const { get } = useFetchClient();
  const [targets, setTargets] = useState<Target[]>();
  const [isSearching, setIsSearching] = useState(false);
  const wanted = words.trim();

  useEffect(() => {
    if (!wanted && !ref) {
      setTargets(undefined);
      return undefined;
    }
    let isCurrent = true;
    setIsSearching(true);
    const timer = setTimeout(() => {
      get<{ data: Target[] }>('/writing/targets', { params: ref ? { ref } : { words: wanted } })
        .then(({ data }) => isCurrent && setTargets(data.data))
        .catch(() => isCurrent && setTargets([]))
        .finally(() => isCurrent && setIsSearching(false));
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [get, wanted, ref]);

  return { targets, isSearching };
}
