import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

interface Row {
  documentId: string;
  locale?: string | null;
  title?: string;
  status?: 'draft' | 'modified' | 'published';
  updatedAt: string;
}
/** A document somebody has worked on. */
export interface Draft extends Omit<Row, 'status'> {
  uid: string;
  status: string;
}

const SHOWN = 8;
const STATUS = { draft: '草稿', modified: '有未发布的修改', published: '已发布' };

/** Lists what a user changed last, over all types given, newest first. */
export function useMyDrafts(uids: string[], userId: number | string | undefined): Draft[] {
  const { get } = useFetchClient();
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const wanted = uids.join();

  useEffect(() => {
    if (userId === undefined || wanted === '') return undefined;
    let isCurrent = true;
    const load = async (uid: string): Promise<Draft[]> => {
      const params = { page: 1, pageSize: SHOWN, sort: 'updatedAt:DESC', filters: { updatedBy: { id: { $eq: userId } } } };
      const { data } = await get<{ results: Row[] }>(`/content-manager/collection-types/${uid}`, { params });
      return data.results.map((row) => ({ ...row, uid, status: STATUS[row.status ?? 'draft'] }));
    };
    Promise.allSettled(wanted.split(',').map(load)).then((answers) => {
      const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      if (isCurrent) setDrafts(found.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, SHOWN));
    });
    return () => {
      isCurrent = false;
    };
  }, [get, wanted, userId]);

  return drafts;
}
