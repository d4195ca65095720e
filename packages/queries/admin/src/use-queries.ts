import type { TryAnswer } from '@mingchuang/content/searches';
import { isFetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';

import { t } from '../../strings/t.ts';
import type { SearchReport } from '../../server/src/counts.ts';
import type { SiteChoice } from '../../server/src/sites-of.ts';

const RULES = 'api::search-rule.search-rule';

/** Something read from the server: not yet, not at all, or here. */
export type Loaded<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; value: T };

/** Reads something again whenever its path changes; nothing while there is none. */
function useGet<T>(path: string | undefined): Loaded<T> {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    if (path === undefined) return;
    const controller = new AbortController();
    get<{ data: T }>(path, { signal: controller.signal })
      .then(({ data }) => setLoaded({ state: 'here', value: data.data }))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setLoaded({ state: 'failed', message: reasonOf(error) });
      });
    return () => controller.abort();
  }, [get, path]);
  return loaded;
}

export const useSites = (): Loaded<SiteChoice[]> => useGet<SiteChoice[]>('/queries/sites');

export const useReport = (site: string | undefined, days: number): Loaded<SearchReport> =>
  useGet<SearchReport>(site === undefined ? undefined : `/queries/report?site=${site}&days=${days}`);

/** Searches as a visitor would. @throws {Error} With what to tell the person who tries. */
export function useTry(): (site: string, query: string) => Promise<TryAnswer> {
  const { post } = useFetchClient();
  return useCallback(
    async (site, query) => {
      const { data } = await post<{ data: TryAnswer | { kind: 'away' } }>('/queries/try', { site, query }).catch((error: unknown) => {
        throw new Error(reasonOf(error));
      });
      if ('kind' in data.data) throw new Error(t('try.away'));
      return data.data;
    },
    [post],
  );
}

/** Makes the draft of a rule for a query and opens it. */
export function useMakeRule(): (site: string, query: string) => Promise<void> {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  return async (site, query) => {
    try {
      const rule = { title: t('rule.title', { query }), kind: 'same', words: query, site: { connect: [{ documentId: site }] } };
      const { data } = await post<{ data: { documentId: string } }>(`/content-manager/collection-types/${RULES}`, rule);
      toggleNotification({ type: 'success', message: t('rule.made') });
      navigate(`/content-manager/collection-types/${RULES}/${data.data.documentId}`);
    } catch (error) {
      toggleNotification({ type: 'danger', message: t('rule.failed', { reason: reasonOf(error) }) });
    }
  };
}

/** What the server said, when it said it for people. */
function reasonOf(error: unknown): string {
  const message = isFetchError(error) ? (error.response?.data?.error as { message?: string } | undefined)?.message : undefined;
  return message && /[\u4e00-\u9fa5]/.test(message) ? message : t('load.failed');
}
