import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { Choices } from '../../../server/src/grants/choices.ts';
import type { Grant, GrantInput } from '../../../server/src/grants/grant.ts';

const PATH = '/access/grants';
const UNREACHABLE = '连不上服务器，请稍后再试。';

interface Refused {
  response?: { data?: { error?: { message?: string } } };
}
const reasonOf = (error: unknown) => (error as Refused).response?.data?.error?.message ?? UNREACHABLE;

/** The grants with what they can be made of, and how to change them. Changes answer the reason they were refused for. */
export function useGrants() {
  const { get, post, put, del } = useFetchClient();
  const [loaded, setLoaded] = useState<{ grants: Grant[]; choices: Choices }>();
  const [trouble, setTrouble] = useState<string>();

  const load = useCallback(async () => {
    try {
      const [grants, choices] = await Promise.all([get<{ data: Grant[] }>(PATH), get<{ data: Choices }>(`${PATH}/choices`)]);
      setLoaded({ grants: grants.data.data, choices: choices.data.data });
    } catch (error) {
      setTrouble(reasonOf(error));
    }
  }, [get]);
  useEffect(() => void load(), [load]);

  const change = async (write: () => Promise<unknown>): Promise<string | undefined> => {
    try {
      await write();
    } catch (error) {
      return reasonOf(error);
    }
    await load();
    return undefined;
  };
  return {
    loaded,
    trouble,
    save: (input: GrantInput, id?: number) => change(() => (id === undefined ? post(PATH, input) : put(`${PATH}/${id}`, input))),
    remove: ({ id }: Grant) => change(() => del(`${PATH}/${id}`)),
  };
}
