import { type FileRef, LOCALES } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';

import { versionOf } from './canonical.ts';
import { inChunks, type Row, type Sql } from './database.ts';
import { type EntryShape, readEntryShape, readScalar } from './entry-shape.ts';
import { buildFileRef, FILE_COLUMNS } from './file-ref.ts';
import { feedLocale, type PortalType, type PortalTypes } from './portal-types.ts';
import { loadReferences } from './references.ts';

/** An entry as a line of the feed carries it. */
export interface Entry {
  type: string;
  documentId: string;
  locale: string;
  version: string;
  data: Record<string, unknown>;
  bodyFiles?: FileRef[];
}

type Data = Record<string, unknown>;

/** A place in rich text that names a file of the media library. */
const MEDIA_LINK = /media:([a-z0-9]{8,64})/g;

/**
 * Builds entries of the feed from the database, many at a time: the one way for export, changes and tests alike. It
 * reads tables page by page and not through the document service, which is ten times slower.
 */
export class EntryLoader {
  readonly #shapes: ReadonlyMap<string, EntryShape>;
  readonly #types: PortalTypes;
  readonly #files: FileTables;

  constructor(strapi: Core.Strapi, types: PortalTypes) {
    this.#types = types;
    this.#shapes = new Map([...types.keys()].map((uid) => [uid, readEntryShape(strapi, uid)]));
    this.#files = readFileTables(strapi);
  }

  /** The entries whose rows `narrow` selects, by row id: of what is published, or of drafts. */
  async load(
    sql: Sql,
    type: PortalType,
    narrow: (rows: ReturnType<Sql>) => unknown,
    state: 'published' | 'draft' = 'published',
  ): Promise<{ id: number; entry: Entry }[]> {
    const shape = this.#shapes.get(type.uid)!;
    const query = sql(type.table).select('id', 'document_id', 'locale', ...shape.scalars.map(({ column }) => column));
    if (state === 'published') query.whereNotNull('published_at');
    else query.whereNull('published_at');
    query.orderBy('id');
    if (type.localised) query.whereIn('locale', [...LOCALES]);
    narrow(query as ReturnType<Sql>);
    const rows = (await query) as Row[];
    if (rows.length === 0) return [];

    const content = await this.#readRows(sql, shape, rows);
    const references = await loadReferences(
      sql,
      this.#types,
      type,
      rows.map((row) => String(row.document_id)),
    );
    const bodyFiles = await this.#loadBodyFiles(sql, shape, rows, content);

    return rows.map((row) => {
      const documentId = String(row.document_id);
      const locale = feedLocale(type, row.locale);
      const data = content.get(Number(row.id))!;
      for (const list of shape.lists) data[list] = [];
      Object.assign(data, references(documentId, locale));
      const files = bodyFiles.get(Number(row.id));
      const body = { data, ...(files ? { bodyFiles: files } : {}) };
      return { id: Number(row.id), entry: { type: type.name, documentId, locale, version: versionOf(body), ...body } };
    });
  }

  /** Entries of some documents, in every locale they are published in. */
  async loadDocuments(sql: Sql, type: PortalType, documentIds: readonly string[]): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const part of inChunks(documentIds)) {
      const found = await this.load(sql, type, (rows) => rows.whereIn('document_id', part));
      entries.push(...found.map(({ entry }) => entry));
    }
    return entries;
  }

  async #readRows(sql: Sql, shape: EntryShape, rows: readonly Row[]): Promise<Map<number, Data>> {
    const result = new Map<number, Data>();
    for (const row of rows) {
      const data: Data = {};
      for (const { attribute, column, kind } of shape.scalars) {
        const value = readScalar(kind, row[column]);
        if (value !== undefined) data[attribute] = value;
      }
      for (const { attribute, many } of shape.media) if (many) data[attribute] = [];
      for (const { attribute, many } of shape.components) if (many) data[attribute] = [];
      result.set(Number(row.id), data);
    }
    await this.#addMedia(sql, shape, result);
    for (const component of shape.components) await this.#addComponents(sql, component, result);
    return result;
  }

  async #addMedia(sql: Sql, shape: EntryShape, into: ReadonlyMap<number, Data>): Promise<void> {
    if (shape.media.length === 0) return;
    const { files, links, file, related, relatedType } = this.#files;
    const many = new Map(shape.media.map((media) => [media.attribute, media.many]));
    for (const ids of inChunks([...into.keys()])) {
      const rows: Row[] = await sql(`${links} as link`)
        .join(`${files} as file`, 'file.id', `link.${file}`)
        .where(`link.${relatedType}`, shape.uid)
        .whereIn(`link.${related}`, ids)
        .orderBy([`link.${related}`, 'link.order', 'link.id'])
        .select(
          `link.${related} as owner`,
          'link.field as field',
          ...FILE_COLUMNS.map((column) => `file.${column} as ${column}`),
        );
      for (const row of rows) {
        const attribute = String(row.field);
        const data = into.get(Number(row.owner))!;
        if (many.get(attribute)) (data[attribute] as FileRef[]).push(buildFileRef(row));
        else if (many.has(attribute)) data[attribute] = buildFileRef(row);
      }
    }
  }

  async #addComponents(
    sql: Sql,
    component: EntryShape['components'][number],
    into: ReadonlyMap<number, Data>,
  ): Promise<void> {
    const { attribute, many, shape, link } = component;
    for (const ids of inChunks([...into.keys()])) {
      const links: Row[] = await sql(link.table)
        .whereIn(link.entity, ids)
        .where({ field: attribute, component_type: shape.uid })
        .orderBy([link.entity, 'order', 'id'])
        .select(`${link.entity} as owner`, `${link.component} as component`);
      if (links.length === 0) continue;
      const rows: Row[] = [];
      for (const part of inChunks(links.map((row) => row.component as number))) {
        rows.push(
          ...(await sql(shape.table)
            .whereIn('id', part)
            .select('id', ...shape.scalars.map(({ column }) => column))),
        );
      }
      const content = await this.#readRows(sql, shape, rows);
      for (const row of links) {
        const data = into.get(Number(row.owner))!;
        const value = content.get(Number(row.component));
        if (many) (data[attribute] as Data[]).push(value!);
        else data[attribute] = value;
      }
    }
  }

  /** The files that rich text names as `media:<id>`, at any depth, in the order of the text. */
  async #loadBodyFiles(
    sql: Sql,
    shape: EntryShape,
    rows: readonly Row[],
    content: ReadonlyMap<number, Data>,
  ): Promise<Map<number, FileRef[]>> {
    const named = new Map<number, string[]>();
    for (const row of rows) {
      const ids = [...new Set(namedFiles(shape, content.get(Number(row.id))!))];
      if (ids.length > 0) named.set(Number(row.id), ids);
    }
    const found = new Map<string, FileRef>();
    for (const part of inChunks([...new Set([...named.values()].flat())])) {
      const files: Row[] = await sql(this.#files.files)
        .whereIn('document_id', part)
        .select(...FILE_COLUMNS);
      for (const file of files) found.set(String(file.document_id), buildFileRef(file));
    }
    const result = new Map<number, FileRef[]>();
    for (const [id, ids] of named) {
      const files = ids.flatMap((fileId) => found.get(fileId) ?? []);
      if (files.length > 0) result.set(id, files);
    }
    return result;
  }
}

function namedFiles(shape: EntryShape, data: Data): string[] {
  const own = shape.scalars.flatMap(({ attribute, kind }) =>
    kind === 'rich-text' && typeof data[attribute] === 'string'
      ? [...data[attribute].matchAll(MEDIA_LINK)].map(([, id]) => id!)
      : [],
  );
  const inside = shape.components.flatMap(({ attribute, shape: inner }) =>
    [data[attribute] ?? []].flat().flatMap((value) => namedFiles(inner, value as Data)),
  );
  return [...own, ...inside];
}

interface FileTables {
  files: string;
  links: string;
  file: string;
  related: string;
  relatedType: string;
}

function readFileTables(strapi: Core.Strapi): FileTables {
  const { tableName, attributes } = strapi.db.metadata.get('plugin::upload.file');
  const { joinTable } = attributes.related as unknown as {
    joinTable: {
      name: string;
      joinColumn: { name: string };
      morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
    };
  };
  return {
    files: tableName,
    links: joinTable.name,
    file: joinTable.joinColumn.name,
    related: joinTable.morphColumn.idColumn.name,
    relatedType: joinTable.morphColumn.typeColumn.name,
  };
}
