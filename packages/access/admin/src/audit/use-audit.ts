import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { AuditPage } from '../../../server/src/audit/list-rows.ts';

/** What the list is narrowed to; empty fields narrow nothing. */
export interface Filters {
  actor: string;
  action: string;
  subject: string;
  from: string;
  to: string;
}
export const NO_FILTERS: Filters = { actor: '', action: '', subject: '', from: '', to: '' };

/** Somebody the list can be narrowed to. */
export interface Person {
  actor: string;
  name: string;
  email: string;
}

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; value: T };

/** What a refused request says, in words for people. */
export const reasonOf = (error: unknown) => (isFetchError(error) && error.message ? error.message : '没有读到，请检查网络后再试');

const given = (filters: Filters) => Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

/** Reads one page of the audit, newest first. */
export function useAuditPage(filters: Filters, below: number | null): Loaded<AuditPage> {
  const { post } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<AuditPage>>({ state: 'loading' });
  const query = JSON.stringify({ ...given(filters), ...(below ? { below } : {}) });
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: 'loading' });
    post<{ data: AuditPage }>('/access/audit/list', JSON.parse(query)).then(
      ({ data }) => isCurrent && setLoaded({ state: 'here', value: data.data }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', message: reasonOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [post, query]);
  return loaded;
}

/** Everybody who has an account. */
export function usePeople(): Person[] {
  const { get } = useFetchClient();
  const [people, setPeople] = useState<Person[]>([]);
  useEffect(() => {
    // Without the list one can still narrow by all other fields.
    get<{ data: Person[] }>('/access/audit/people').then(({ data }) => setPeople(data.data), () => undefined);
  }, [get]);
  return people;
}

/** Saves the ZIP of a period to the person's disk. Answers why it was refused, or nothing. */
export function useExport(): (from: string, to: string) => Promise<string | undefined> {
  const { get } = useFetchClient();
  return useCallback(
    async (from, to) => {
      try {
        const { data } = await get<Blob>(`/access/audit/export?${new URLSearchParams({ from, to })}`, { responseType: 'blob' });
        const url = URL.createObjectURL(data);
        const link = document.createElement('a');
        link.href = url;
        link.download = `审计记录_${from}_${to}.zip`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
        return undefined;
      } catch (error) {
        return isFetchError(error) && error.status === 400 ? '日期不对：请检查起止日期，截止日期不能早于起始日期' : reasonOf(error);
      }
    },
    [get],
  );
}
