import type { Core } from '@strapi/strapi';

/** Something to choose, by the name people know it by. */
export interface Choice<Key = string> {
  value: Key;
  label: string;
}

/** What a grant can be made of. */
export interface Choices {
  users: Choice<number>[];
  roles: Choice[];
  sites: Choice[];
  /** By their way from the top of the site, as 政务公开 / 政策. */
  columns: (Choice & { site: string | null })[];
  agencies: Choice[];
}

interface Row {
  documentId: string;
  title: string;
  parent?: { documentId: string } | null;
  site?: { documentId: string } | null;
}

const SUPER_ADMIN = 'strapi-super-admin';

async function listDrafts(strapi: Core.Strapi, uid: string, populate: string[] = []): Promise<Row[]> {
  const rows = (await strapi.db.query(uid as never).findMany({
    where: { publishedAt: null },
    select: ['documentId', 'title', 'locale'],
    populate: Object.fromEntries(populate.map((name) => [name, { select: ['documentId'] }])),
    orderBy: { id: 'asc' },
  } as never)) as unknown as (Row & { locale: string })[];
  const inChinese = rows.filter(({ locale }) => locale === 'zh-Hans' || locale === null);
  return inChinese;
}

/** A column's way from the top, whatever rings somebody may have made. */
function wayOf(column: Row, columns: ReadonlyMap<string, Row>): string {
  const titles: string[] = [];
  const seen = new Set<string>();
  for (let at: Row | undefined = column; at && !seen.has(at.documentId); at = columns.get(at.parent?.documentId ?? '')) {
    seen.add(at.documentId);
    titles.unshift(at.title);
  }
  return titles.join(' / ');
}

const toChoice = ({ documentId, title }: Row): Choice => ({ value: documentId, label: title });
const inOrder = <T extends { label: string }>(choices: T[]) => choices.sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));

/** Lists what a grant can be made of. Nobody is granted to be a super administrator. */
export async function listChoices(strapi: Core.Strapi): Promise<Choices> {
  const users = await strapi.db.query('admin::user').findMany({ select: ['id', 'firstname', 'lastname', 'username', 'email'], orderBy: { id: 'asc' } });
  const roles = await strapi.db.query('admin::role').findMany({ where: { code: { $ne: SUPER_ADMIN } }, select: ['code', 'name'], orderBy: { id: 'asc' } });
  const columns = await listDrafts(strapi, 'api::column.column', ['parent', 'site']);
  const byId = new Map(columns.map((column) => [column.documentId, column]));
  return {
    users: users.map(({ id, firstname, lastname, username, email }) => ({ value: Number(id), label: `${[firstname, lastname].filter(Boolean).join('') || username || '未命名'}（${email}）` })),
    roles: roles.map(({ code, name }) => ({ value: code as string, label: name as string })),
    sites: (await listDrafts(strapi, 'api::site.site')).map(toChoice),
    columns: inOrder(columns.map((column) => ({ value: column.documentId, label: wayOf(column, byId), site: column.site?.documentId ?? null }))),
    agencies: inOrder((await listDrafts(strapi, 'api::agency.agency')).map(toChoice)),
  };
}
