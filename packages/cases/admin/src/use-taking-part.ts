import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';

import { t } from '../../strings/t.ts';
import type { ConsultationLine, OpinionItem, OpinionList, OpinionTab, SurveyLine, SurveyView } from '../../server/src/services/view-types.ts';
import { problemsOf, useGet, useRead, type Loaded, type Problems } from './use-cases.ts';

/** Consultations with opinions; none while they are read. */
export function useConsultations(): ConsultationLine[] {
  const [loaded] = useGet<ConsultationLine[]>('/cases/consultations');
  return loaded.state === 'here' ? loaded.value : [];
}

/** One page of opinions, and what can be done to each. */
export function useOpinions({ tab, page, consultation }: { tab: OpinionTab; page: number; consultation: string }) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const read = useCallback(
    (signal: AbortSignal) => post<{ data: OpinionList }>('/cases/opinions/list', { tab, page, ...(consultation && { consultation }) }, { signal }),
    [consultation, page, post, tab],
  );
  const [loaded, again] = useRead(read);

  const act = async (item: OpinionItem, event: string, body: object): Promise<Problems | undefined> => {
    try {
      await post(`/cases/opinions/${item.number}/${event}`, { revision: item.revision, ...body });
      toggleNotification({ type: 'success', message: t('opinions.saved') });
      again();
      return undefined;
    } catch (error) {
      const problems = problemsOf(error);
      if (problems['']) toggleNotification({ type: 'danger', message: problems[''] });
      return problems;
    }
  };
  return {
    loaded,
    again,
    weigh: (item: OpinionItem, { outcome, reason }: { outcome: string; reason: string }) => act(item, 'weigh', { ...(outcome && { outcome }), reason }),
    move: (item: OpinionItem, event: 'quarantine' | 'release') => act(item, event, {}),
    async reveal(item: OpinionItem) {
      try {
        return (await post<{ data: { name?: string; phone?: string } }>(`/cases/opinions/${item.number}/contact`, {})).data.data;
      } catch (error) {
        toggleNotification({ type: 'danger', message: problemsOf(error)[''] ?? t('load.failed') });
        return undefined;
      }
    },
  };
}

export function useSurveys(): Loaded<SurveyLine[]> {
  return useGet<SurveyLine[]>('/cases/surveys')[0];
}

export function useSurvey(id: string): Loaded<SurveyView> {
  return useGet<SurveyView>(`/cases/surveys/${id}`)[0];
}

/** Asks for a table and saves it as a file. By POST: what it holds must not be kept anywhere on the way. */
export function useExport(): (path: string, body: object, name: string) => Promise<void> {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  return async (path, body, name) => {
    try {
      const { data } = await post<{ data: string }>(path, body);
      const url = URL.createObjectURL(new Blob([data.data], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = `${name}.csv`;
      link.click();
      URL.revokeObjectURL(url);
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemsOf(error)[''] ?? t('load.failed') });
    }
  };
}
