import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import { readReasons } from '../panel/refusal.ts';

/** Something read from the server: not yet, not at all, or here. */
export type Loaded<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; value: T };

/** Reads something from the server, again when its address changes or one asks for it. */
export function useLoad<T>(path: string): { loaded: Loaded<T>; again: () => void; put: (value: T) => void } {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    get<{ data: T }>(path).then(
      ({ data }) => isCurrent && setLoaded({ state: 'here', value: data.data }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', message: readReasons(error)[0]!.message }),
    );
    return () => {
      isCurrent = false;
    };
  }, [get, path, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const put = useCallback((value: T) => setLoaded({ state: 'here', value }), []);
  return { loaded, again, put };
}
