import type { Core } from '@strapi/strapi';

import type { RowProblem } from './convert-row';
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

/** Finds the documents that relations of imported rows lead to, each only once. */
export class RelationFinder {
  readonly #found = new Map<string, Target | undefined>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly mapping: Mapping,
    private readonly attributes: Record<string, unknown>,
  ) {}

  /** @returns The target of every relation of a row, and the problems of those that lead nowhere. */
  async find(row: Row): Promise<{ targets: Record<string, Target>; problems: RowProblem[] }> {
    const targets: Record<string, Target> = {};
    const problems: RowProblem[] = [];
    for (const [name, source] of Object.entries(this.mapping.relations)) {
      const attribute = this.attributes[name] as RelationAttribute | undefined;
      if (attribute?.type !== 'relation') {
        problems.push({ field: name, message: '内容类型里没有这个关联字段，请检查映射' });
        continue;
      }
      const where = this.#criteria(source, row);
      if (!where) {
        if (attribute.required) problems.push({ field: name, message: `必须填写（来自 ${(source as { from: string }).from}）` });
        continue;
      }
      const target = await this.#lookUp(attribute.target, where);
      if (target) targets[name] = target;
      else problems.push({ field: name, message: `没有找到${describe(where)}的内容，请先在后台建好并发布` });
    }
    return { targets, problems };
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
