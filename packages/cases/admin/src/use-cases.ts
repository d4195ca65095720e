import { isFetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import { t, type StringKey } from '../../strings/t.ts';
import type { CaseEvent } from '../../server/src/domain/stages.ts';
import type { CaseList, CaseView, Tab } from '../../server/src/services/view-types.ts';

/** Something read from the server: not yet, not at all, or here. */
export type Loaded<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; value: T };

/** What was wrong with which field of a form; under `''` what belongs to none. */
export type Problems = Record<string, string>;

/** Does something to a case. Answers what was wrong, or nothing. */
export type Do = (event: CaseEvent, body?: Record<string, unknown>) => Promise<Problems | undefined>;

/** Which cases are listed. */
export interface ListQuery {
  tab: Tab;
  search: string;
  page: number;
}

/** Reads one page of the list again whenever the query changes. */
export function useCaseList({ tab, search, page }: ListQuery): [Loaded<CaseList>, () => void] {
  const { post } = useFetchClient();
  const read = useCallback(
    (signal: AbortSignal) => post<{ data: CaseList }>('/cases/list', { tab, search, page }, { signal }),
    [page, post, search, tab],
  );
  const [loaded, again] = useRead(read);
  return [loaded, again];
}

/** The agencies a case can be sent to. */
export function useAgencies(): Loaded<{ id: string; title: string }[]> {
  return useGet<{ id: string; title: string }[]>('/cases/agencies')[0];
}

/** A case, and what can be done to it. `gone` is called when an act takes it out of this person's sight. */
export function useCase(number: string, gone: () => void): { loaded: Loaded<CaseView>; act: Do; again: () => void } {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [loaded, again, put] = useGet<CaseView>(`/cases/letters/${number}`);
  const revision = loaded.state === 'here' ? loaded.value.revision : undefined;

  const act = useCallback<Do>(
    async (event, body = {}) => {
      try {
        const { data } = await post<{ data: CaseView | null }>(`/cases/letters/${number}/${event}`, { revision, ...body });
        toggleNotification({ type: 'success', message: t(`done.${event}` as StringKey) });
        if (data.data) put(data.data);
        else gone();
        return undefined;
      } catch (error) {
        const problems = problemsOf(error);
        if (problems['']) toggleNotification({ type: 'danger', message: problems[''] });
        return problems;
      }
    },
    [gone, number, post, put, revision, toggleNotification],
  );
  return { loaded, act, again };
}

/** Reads something once. */
export function useGet<T>(path: string) {
  const { get } = useFetchClient();
  return useRead(useCallback((signal: AbortSignal) => get<{ data: T }>(path, { signal }), [get, path]));
}

/** Reads something again whenever how it is read changes. */
export function useRead<T>(read: (signal: AbortSignal) => Promise<{ data: { data: T } }>): [Loaded<T>, () => void, (value: T) => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    read(controller.signal)
      .then(({ data }) => setLoaded({ state: 'here', value: data.data }))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setLoaded({ state: 'failed', message: problemsOf(error)[''] ?? t('load.failed') });
      });
    return () => controller.abort();
  }, [read, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const put = useCallback((value: T) => setLoaded({ state: 'here', value }), []);
  return [loaded, again, put];
}

/** What the server said was wrong, by field. Its messages are written for people; those of other servers are not. */
export function problemsOf(error: unknown): Problems {
  const failed = isFetchError(error) ? (error.response?.data?.error as ServerError | undefined) : undefined;
  const fields = failed?.details?.fields ?? [];
  if (fields.length === 0) return { '': failed && /[\u4e00-\u9fa5]/.test(failed.message) ? failed.message : t('done.failed') };

  const problems: Problems = {};
  for (const { field, message } of fields) problems[field] = (problems[field] ?? '') + message;
  return problems;
}

interface ServerError {
  message: string;
  details?: { fields?: { field: string; message: string }[] };
}
