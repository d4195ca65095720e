import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';

import { readReasons } from '../panel/refusal.ts';

/** What was wrong, by the field it belongs to; under `''` what belongs to none. */
export type Problems = Record<string, string>;

type Method = 'post' | 'put' | 'del';

/** Sends something to the server, and says how it went: a message when it was done, problems at their fields otherwise. */
export function useSave() {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problems>({});

  const save = useCallback(
    async <T,>(method: Method, path: string, body: object | undefined, done: string): Promise<{ value: T } | undefined> => {
      setBusy(true);
      try {
        const { data } = method === 'del' ? await client.del<{ data: T }>(path) : await client[method]<{ data: T }>(path, body);
        setProblems({});
        if (done) toggleNotification({ type: 'success', message: done });
        return { value: data.data };
      } catch (error) {
        const reasons = readReasons(error);
        const found: Problems = {};
        for (const { field = '', message } of reasons) found[field] = [found[field], message].filter(Boolean).join(' ');
        setProblems(found);
        const rest = found[''];
        toggleNotification({ type: 'danger', message: rest ?? '有几处还不对，请看标红的地方。' });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [client, toggleNotification],
  );
  return { save, isBusy, problems };
}
