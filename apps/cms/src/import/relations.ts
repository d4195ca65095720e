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

/** What was found, and the site it belongs to. */
interface Found extends Target {
  title: string;
  site: Site | undefined;
  /** Whether other documents answer as well, on other sites. */
  isOneOfSeveral: boolean;
}
interface Site {
  documentId: string;
  title: string;
}
interface FoundRow {
  id: number;
  documentId: string;
  publishedAt: unknown;
  title: string;
  site?: Site | null;
}

const COLUMN = 'api::column.column';
const AGENCY = 'api::agency.agency';

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
  readonly #found = new Map<string, Found | undefined>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly mapping: Mapping,
    private readonly attributes: Record<string, unknown>,
  ) {}

  /** @returns The target of every relation of a row, and the problems of those that lead nowhere. */
  async find(row: Row): Promise<Relations> {
    const relations: Relations = { targets: {}, labels: {}, unmapped: {}, problems: [] };
    const home = await this.#findHome(row);
    for (const [name, source] of Object.entries(this.mapping.relations)) {
      const attribute = this.attributes[name] as RelationAttribute | undefined;
      if (attribute?.type === 'relation') await this.#follow(row, { name, source, attribute, home }, relations);
      else relations.problems.push({ field: name, message: '内容类型里没有这个关联字段，请检查映射' });
    }
    return relations;
  }

  /** The site a document is at home on: that of its agency. */
  async #findHome(row: Row): Promise<Site | undefined> {
    const [name, source] = Object.entries(this.mapping.relations).find(([name]) => (this.attributes[name] as RelationAttribute | undefined)?.target === AGENCY) ?? [];
    return name === 'agency' ? (await this.#locate(AGENCY, source!, row)).found?.site : undefined;
  }

  async #follow(row: Row, { name, source, attribute, home }: { name: string; source: RelationSource; attribute: RelationAttribute; home: Site | undefined }, relations: Relations): Promise<void> {
    const { targets, labels, unmapped, problems } = relations;
    const at = attribute.target === COLUMN && !source.site ? home : undefined;
    const { found, own, where, fallback } = await this.#locate(attribute.target, source, row, at);
    if ('by' in source && !own && (where || fallback)) unmapped[name] = text(row[source.from]) || '（空）';
    if (found) {
      const message = attribute.target === COLUMN ? complain(found, at) : undefined;
      if (message) problems.push({ field: name, message });
      targets[name] = { documentId: found.documentId, draft: found.draft, published: found.published };
      labels[name] = Object.values((own ? where : fallback)!).join(' ');
    } else if (where) problems.push({ field: name, message: `没有找到${describe(fallback ?? where)}的内容，请先在后台建好并发布` });
    else if (attribute.required) problems.push({ field: name, message: `必须填写（来自 ${(source as { from: string }).from}）` });
  }

  /** @param home The site to look on first. */
  async #locate(uid: string, source: RelationSource, row: Row, home?: Site) {
    const where = this.#criteria(source, row);
    const fallback = 'by' in source && source.default !== undefined ? { [source.by]: source.default } : undefined;
    const own = where && (await this.#lookUp(uid, where, source.site, home));
    return { where, fallback, own, found: own ?? (fallback && (await this.#lookUp(uid, fallback, source.site, home))) };
  }

  #criteria(source: RelationSource, row: Row): Record<string, string> | undefined {
    if ('find' in source) return source.find;
    const value = text(row[source.from]);
    return value ? { [source.by]: source.map?.[value] ?? value } : undefined;
  }

  async #lookUp(uid: string, where: Record<string, string>, site?: Record<string, string>, home?: Site): Promise<Found | undefined> {
    const key = `${uid} ${home?.documentId ?? ''} ${JSON.stringify([where, site])}`;
    if (!this.#found.has(key)) this.#found.set(key, await this.#read(uid, { ...where, ...(site ? { site } : {}) }, home));
    return this.#found.get(key);
  }

  async #read(uid: string, where: object, home: Site | undefined): Promise<Found | undefined> {
    const isOfSite = uid === COLUMN || uid === AGENCY;
    const rows = (await this.strapi.db.query(uid as never).findMany({
      where: { ...where, $or: [{ locale: 'zh-Hans' }, { locale: null }] },
      select: ['id', 'documentId', 'publishedAt', ...(isOfSite ? ['title'] : [])],
      ...(isOfSite ? { populate: { site: { select: ['documentId', 'title'] } } } : {}),
    } as never)) as unknown as FoundRow[];
    const [first] = [...rows.filter(({ site }) => home && site?.documentId === home.documentId), ...rows];
    if (!first) return undefined;
    const own = rows.filter(({ documentId }) => documentId === first.documentId);
    return {
      documentId: first.documentId,
      draft: own.filter(({ publishedAt }) => !publishedAt).map(({ id }) => id),
      published: own.filter(({ publishedAt }) => publishedAt).map(({ id }) => id),
      title: first.title,
      site: own.find(({ site }) => site)?.site ?? undefined,
      isOneOfSeveral: own.length < rows.length,
    };
  }
}

/** Documents stay on the site of their agency, unless the mapping names another one. */
function complain({ title, site, isOneOfSeveral }: Found, home: Site | undefined): string | undefined {
  if (home && site && site.documentId !== home.documentId) {
    return `“${title}”是“${site.title}”的栏目，而这一行的机构属于“${home.title}”。请换成“${home.title}”的栏目；确实要放到“${site.title}”，请在映射的这个关联里写明 site`;
  }
  return !home && isOneOfSeveral ? `几个站点都有“${title}”这个栏目，请在映射的这个关联里写明 site，例如 { "domain": "网站的域名" }` : undefined;
}

const describe = (where: Record<string, string>) =>
  Object.entries(where)
    .map(([field, value]) => ` ${field} 是“${value}”`)
    .join('、');
