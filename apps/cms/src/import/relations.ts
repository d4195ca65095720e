import type { Core } from '@strapi/strapi';

import type { RowProblem } from './row-problems';
import type { Mapping, RelationSource } from './mapping';

type Row = Record<string, unknown>;

/** A document a relation leads to: its identity and its rows in both states. */
export interface Target {
  documentId: string;
  draft: number[];
  published: number[];
}

interface RelationAttribute {
  type: string;
  required?: boolean;
  target: string;
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value).trim());

/** Where the relations of a row lead. */
export interface Relations {
  targets: Record<string, Target>;
  /** What each target was found by, for people. */
  labels: Record<string, string>;
  /** Words of the source that led nowhere by themselves. */
  unmapped: Record<string, string>;
  problems: RowProblem[];
}

/** Finds the documents that relations of imported rows lead to, each only once. */
export class RelationFinder {
  readonly #found = new Map<string, Target | undefined>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly mapping: Mapping,
    private readonly attributes: Record<string, unknown>,
  ) {}

  /** @returns The target of every relation of a row, and the problems of those that lead nowhere. */
  async find(row: Row): Promise<Relations> {
    const relations: Relations = { targets: {}, labels: {}, unmapped: {}, problems: [] };
    const { targets, labels, unmapped, problems } = relations;
    for (const [name, source] of Object.entries(this.mapping.relations)) {
      const attribute = this.attributes[name] as RelationAttribute | undefined;
      if (attribute?.type !== 'relation') {
        problems.push({ field: name, message: '内容类型里没有这个关联字段，请检查映射' });
        continue;
      }
      const where = this.#criteria(source, row);
      const fallback = 'by' in source && source.default !== undefined ? { [source.by]: source.default } : undefined;
      const own = where && (await this.#lookUp(attribute.target, where));
      if ('by' in source && !own && (where || fallback)) unmapped[name] = text(row[source.from]) || '（空）';
      const target = own ?? (fallback && (await this.#lookUp(attribute.target, fallback)));
      if (target) {
        targets[name] = target;
        labels[name] = Object.values((own ? where : fallback)!).join(' ');
      } else if (where) problems.push({ field: name, message: `没有找到${describe(fallback ?? where)}的内容，请先在后台建好并发布` });
      else if (attribute.required) problems.push({ field: name, message: `必须填写（来自 ${(source as { from: string }).from}）` });
    }
    return relations;
  }

  #criteria(source: RelationSource, row: Row): Record<string, string> | undefined {
    if ('find' in source) return source.find;
    const value = text(row[source.from]);
    return value ? { [source.by]: source.map?.[value] ?? value } : undefined;
  }

  async #lookUp(uid: string, where: Record<string, string>): Promise<Target | undefined> {
    const key = `${uid} ${JSON.stringify(where)}`;
    if (!this.#found.has(key)) {
      const rows = (await this.strapi.db.query(uid as never).findMany({
        where: { ...where, $or: [{ locale: 'zh-Hans' }, { locale: null }] },
        select: ['id', 'documentId', 'publishedAt'],
      })) as { id: number; documentId: string; publishedAt: unknown }[];
      const documentId = rows[0]?.documentId;
      const own = rows.filter((row) => row.documentId === documentId);
      this.#found.set(
        key,
        documentId
          ? { documentId, draft: own.filter(({ publishedAt }) => !publishedAt).map(({ id }) => id), published: own.filter(({ publishedAt }) => publishedAt).map(({ id }) => id) }
          : undefined,
      );
    }
    return this.#found.get(key);
  }
}

const describe = (where: Record<string, string>) =>
  Object.entries(where)
    .map(([field, value]) => ` ${field} 是“${value}”`)
    .join('、');
