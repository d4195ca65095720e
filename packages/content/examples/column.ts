import type { Column, EntryOf } from '../src/index.ts';
import { refTo } from './site.ts';

type Facts = Pick<Column, 'title' | 'slug' | 'kind' | 'columnType' | 'updateClass' | 'description' | 'keywords'> &
  Partial<Column>;

/** An example column at its path. */
export const column = (id: string, path: string, order: number, facts: Facts, parent?: string): EntryOf<'column'> => ({
  type: 'column',
  documentId: id,
  locale: 'zh-Hans',
  version: `${id}-1`,
  data: {
    site: refTo('site', 'site-wangchuan'),
    path,
    order,
    inNavigation: parent === undefined,
    ...(parent ? { parent: refTo('column', parent) } : {}),
    ...facts,
  },
});
