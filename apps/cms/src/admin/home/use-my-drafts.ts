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
  isUnfinished: boolean;
}

const SHOWN = 8;
const STATUS = { draft: '草稿', modified: '有未发布的修改', published: '已发布' };

const byWorkLeft = (a: Draft, b: Draft) => Number(b.isUnfinished) - Number(a.isUnfinished) || b.updatedAt.localeCompare(a.updatedAt);

/** Lists what a user changed last, over all types given: what is not published yet first, then the newest. Nothing until it is known. */
export function useMyDrafts(uids: string[], userId: number | string | undefined): Draft[] | undefined {
  const { get } = useFetchClient();
  const [drafts, setDrafts] = useState<Draft[]>();
  const wanted = uids.join();

  useEffect(() => {
    if (userId === undefined || wanted === '') return undefined;
    let isCurrent = true;
    const load = async (uid: string): Promise<Draft[]> => {
      const params = { page: 1, pageSize: SHOWN, sort: 'updatedAt:DESC', filters: { updatedBy: { id: { $eq: userId } } } };
      const { data } = await get<{ results: Row[] }>(`/content-manager/collection-types/${uid}`, { params });
      return data.results.map((row) => ({ ...row, uid, status: STATUS[row.status ?? 'draft'], isUnfinished: row.status !== 'published' }));
    };
    Promise.allSettled(wanted.split(',').map(load)).then((answers) => {
      const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      if (isCurrent) setDrafts(found.sort(byWorkLeft).slice(0, SHOWN));
    });
    return () => {
      isCurrent = false;
    };
  }, [get, wanted, userId]);

  return drafts;
}
