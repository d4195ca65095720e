import { randomInt } from 'node:crypto';

import type { Core } from '@strapi/strapi';

/** A document to be written: scalar values and components by attribute, relations as row ids of both states. */
export interface NewDocument {
  data: Record<string, unknown>;
  /** By attribute: the target's row ids for the draft and for the published row. */
  relations: Record<string, { draft: number[]; published: number[] }>;
  /** Files by attribute, by their row id. */
  files?: Record<string, number[]>;
}

/** A document that was written. */
export interface WrittenDocument extends NewDocument {
  documentId: string;
}

type Sql = Core.Strapi['db']['connection'];
type Row = Record<string, unknown>;

/** What the importer reads of Strapi's description of a table. */
interface Column {
  type: string;
  columnName?: string;
  default?: unknown;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
    inverseOrderColumnName?: string;
  };
}
interface Table {
  tableName: string;
  attributes: Record<string, Column>;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;
/** An identity as Strapi makes them: 24 characters, a letter first. */
const createDocumentId = () =>
  LETTERS[randomInt(26)]! + Array.from({ length: 23 }, () => ALPHABET[randomInt(36)]).join('');

const STATES = ['draft', 'published'] as const;
const isStored = (column: Column) => Boolean(column.columnName) && !['relation', 'component', 'dynamiczone', 'media', 'increments'].includes(column.type);

/**
 * Writes documents the way Strapi's document service does, a table at a time instead of a document at a time. Give it
 * an open transaction. The rows are the same (a test holds both ways together); what the document service's guards
 * do (cleaning, addresses, changes) is the caller's part.
 *
 * @param publish Also write the published row.
 */
export async function insertDocuments(
  strapi: Core.Strapi,
  sql: Sql,
  uid: string,
  documents: readonly NewDocument[],
  { publish, now, locale }: { publish: boolean; now: Date; locale: string | null },
): Promise<WrittenDocument[]> {
  const table = strapi.db.metadata.get(uid) as unknown as Table;
  const written = documents.map((document) => ({ ...document, documentId: createDocumentId() }));
  for (const state of publish ? STATES : STATES.slice(0, 1)) {
    const rows = written.map(({ documentId, data }) => ({
      ...columnsOf(table, data),
      document_id: documentId,
      locale,
      created_at: now,
      updated_at: now,
      published_at: state === 'published' ? now : null,
    }));
    const ids = await insertReturningIds(sql, table.tableName, rows);
    await insertRelations(sql, table, ids, written.map(({ relations }) => relations), state);
    await insertComponents(strapi, sql, uid, ids, written.map(({ data }) => data));
    await insertFiles(strapi, sql, uid, ids, written.map(({ files = {} }) => files));
  }
  return written;
}

/** Values by column; an attribute that is not given gets its default, as the document service would set it. */
function columnsOf(table: Table, data: Row): Row {
  const row: Row = {};
  for (const [name, column] of Object.entries(table.attributes)) {
    if (!isStored(column) || ['documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale'].includes(name)) continue;
    const value = data[name] ?? column.default;
    if (value !== undefined && value !== null) row[column.columnName!] = column.type === 'json' ? JSON.stringify(value) : value;
  }
  return row;
}

/** Fifty rows keep a statement under SQLite's limit of values; all rows of a statement need the same columns. */
async function insertReturningIds(sql: Sql, table: string, rows: Row[]): Promise<number[]> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const even = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  const ids: number[] = [];
  for (let from = 0; from < even.length; from += 50) {
    const answer = (await sql(table).insert(even.slice(from, from + 50)).returning('id')) as { id: number }[];
    ids.push(...answer.map(({ id }) => Number(id)));
  }
  // Rows of one statement get their ids in order; the database may list them in another.
  return ids.sort((a, b) => a - b);
}

async function insertAll(sql: Sql, table: string, rows: Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 100) await sql(table).insert(rows.slice(from, from + 100));
}

async function insertRelations(sql: Sql, table: Table, ids: number[], relations: NewDocument['relations'][], state: (typeof STATES)[number]): Promise<void> {
  const attributes = [...new Set(relations.flatMap((relation) => Object.keys(relation)))];
  for (const attribute of attributes) {
    const { joinTable } = table.attributes[attribute]!;
    if (!joinTable) throw new Error(`${attribute} is not a relation that is stored here`);
    const last = new Map<number, number>();
    if (joinTable.inverseOrderColumnName) {
      const known = await sql(joinTable.name).select(joinTable.inverseJoinColumn.name).max(`${joinTable.inverseOrderColumnName} as last`).groupBy(joinTable.inverseJoinColumn.name);
      for (const row of known) last.set(Number(row[joinTable.inverseJoinColumn.name]), Number(row.last));
    }
    const next = (target: number) => {
      last.set(target, (last.get(target) ?? 0) + 1);
      return last.get(target);
    };
    const rows = relations.flatMap((relation, index) =>
      (relation[attribute]?.[state] ?? []).map((target, position) => ({
        [joinTable.joinColumn.name]: ids[index],
        [joinTable.inverseJoinColumn.name]: target,
        ...(joinTable.orderColumnName ? { [joinTable.orderColumnName]: position + 1 } : {}),
        ...(joinTable.inverseOrderColumnName ? { [joinTable.inverseOrderColumnName]: next(target) } : {}),
      })),
    );
    await insertAll(sql, joinTable.name, rows);
  }
}

interface ComponentAttribute {
  type: string;
  component: string;
  repeatable?: boolean;
}

async function insertComponents(strapi: Core.Strapi, sql: Sql, uid: string, ids: number[], data: Row[]): Promise<void> {
  const table = strapi.db.metadata.get(uid) as unknown as Table;
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, ComponentAttribute> };
  for (const [attribute, { type, component, repeatable = false }] of Object.entries(attributes)) {
    if (type !== 'component') continue;
    const parts = data.flatMap((values, index) => {
      const value = values[attribute];
      const list = Array.isArray(value) ? value : value ? [value] : [];
      return list.map((part: Row, position) => ({ owner: ids[index], part, position }));
    });
    if (!parts.length) continue;
    const target = strapi.db.metadata.get(component) as unknown as Table;
    const partIds = await insertReturningIds(sql, target.tableName, parts.map(({ part }) => columnsOf(target, part)));
    await insertAll(
      sql,
      table.attributes[attribute]!.joinTable!.name,
      parts.map(({ owner, position }, index) => ({
        entity_id: owner,
        cmp_id: partIds[index],
        component_type: component,
        field: attribute,
        order: repeatable ? position + 1 : null,
      })),
    );
  }
}

interface FileTable {
  attributes: {
    related: { joinTable: { name: string; joinColumn: { name: string }; morphColumn: { idColumn: { name: string }; typeColumn: { name: string } } } };
  };
}

/** Strapi keeps every file of every document in one table; each attribute counts its files from one. */
async function insertFiles(strapi: Core.Strapi, sql: Sql, uid: string, ids: number[], files: Record<string, number[]>[]): Promise<void> {
  const { joinTable } = (strapi.db.metadata.get('plugin::upload.file') as unknown as FileTable).attributes.related;
  const rows = files.flatMap((lists, index) =>
    Object.entries(lists).flatMap(([attribute, list]) =>
      list.map((file, position) => ({
        [joinTable.joinColumn.name]: file,
        [joinTable.morphColumn.idColumn.name]: ids[index],
        [joinTable.morphColumn.typeColumn.name]: uid,
        field: attribute,
        order: position + 1,
      })),
    ),
  );
  await insertAll(sql, joinTable.name, rows);
}
