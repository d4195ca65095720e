import type { useFetchClient } from '@strapi/strapi/admin';

/** Something a flow may be for, or an agency whose people it is tried with. */
export interface Place {
  /** documentId, or the uid of a type. */
  id: string;
  name: string;
}

export type Get = ReturnType<typeof useFetchClient>['get'];

interface Row {
  documentId: string;
  title?: string;
  path?: string | null;
}
interface ListAnswer {
  results: Row[];
  pagination: { pageCount: number };
}

const titleOf = ({ title }: Row) => title || '（没有名称）';

/** Lists every document of a type by title. */
export async function listPlaces(get: Get, uid: string, say: (row: Row) => string = titleOf): Promise<Place[]> {
  const places: Place[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const { data } = await get<ListAnswer>(`/content-manager/collection-types/${uid}`, { params: { page, pageSize: 100, sort: 'title:ASC' } });
    places.push(...data.results.map((row) => ({ id: row.documentId, name: say(row) })));
    pages = data.pagination.pageCount;
  }
  return places;
}

/** Lists the columns with their addresses, since several may have one name. */
export const listColumns = (get: Get): Promise<Place[]> =>
  listPlaces(get, 'api::column.column', (row) => `${titleOf(row)}${row.path ? `（${row.path}）` : ''}`);
