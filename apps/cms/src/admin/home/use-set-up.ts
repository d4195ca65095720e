import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

/** What a site needs before anybody can publish, in the order it is made. */
export const SET_UP = [
  { uid: 'api::site.site', action: '新建站点', hint: '填网站名称、域名、标识码和主办单位，然后发布。' },
  { uid: 'api::agency.agency', action: '新建机构', hint: '至少一个，所有内容都要有发布机构。' },
  { uid: 'api::column.column', action: '新建栏目', hint: '从一级栏目建起；没有内容的栏目不会显示。' },
] as const;

export type SetUpStep = (typeof SET_UP)[number] & { done: boolean };

/** The steps of setting up a site, or nothing while it is not known or once all are done. */
export function useSetUp(mayCreate: boolean): SetUpStep[] {
  const { get } = useFetchClient();
  const [steps, setSteps] = useState<SetUpStep[]>([]);

  useEffect(() => {
    if (!mayCreate) return undefined;
    let isCurrent = true;
    const look = async (step: (typeof SET_UP)[number]): Promise<SetUpStep> => {
      const { data } = await get<{ pagination: { total: number } }>(`/content-manager/collection-types/${step.uid}`, { params: { page: 1, pageSize: 1 } });
      return { ...step, done: data.pagination.total > 0 };
    };
    Promise.all(SET_UP.map(look)).then(
      (found) => isCurrent && setSteps(found.every(({ done }) => done) ? [] : found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [get, mayCreate]);

  return steps;
}
