import type { Core } from '@strapi/strapi';

import { placementOf } from './area-condition.ts';

type Sql = Core.Strapi['db']['connection'];
type Query = ReturnType<Sql['from']>;

interface Metadata {
  tableName: string;
  attributes: { column: { joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } } } };
}

/** Selects the ids of documents of every type whose drafts stand in some columns, for lists kept in tables of our own. */
export function selectDocuments(strapi: Core.Strapi, sql: Sql, columns: readonly string[]): Query {
  const types = Object.values(strapi.contentTypes).filter((type) => placementOf(type as never) === 'document');
  const tables = types.map(({ uid }) => strapi.db.metadata.get(uid) as unknown as Metadata);
  const { tableName } = strapi.db.metadata.get('api::column.column');
  const queries = tables.map(({ tableName: table, attributes: { column } }) => {
    const { name, joinColumn, inverseJoinColumn } = column.joinTable;
    return sql(`${table} as document`)
      .join(`${name} as link`, `link.${joinColumn.name}`, 'document.id')
      .join(`${tableName} as place`, 'place.id', `link.${inverseJoinColumn.name}`)
      .whereNull('document.published_at')
      .whereIn('place.document_id', [...columns])
      .select('document.document_id');
  });
  const [first, ...others] = queries;
  return first!.unionAll(others as never) as unknown as Query;
}
