import type { Core } from '@strapi/strapi';

const FOUND = 30;
const OF_A_TYPE = 6;

interface Schema {
  uid: string;
  info: { singularName: string; displayName: string };
  pluginOptions?: { portal?: { template?: string } };
  attributes: Record<string, unknown>;
}
interface Row {
  documentId: string;
  title: string;
  path: string;
}

/** A published document as a link in a text names it. */
export interface Target {
  /** `entry:<type>/<documentId>`. */
  ref: string;
  title: string;
  path: string;
  /** Chinese name of its type. */
  kind: string;
}

const listTypes = (strapi: Core.Strapi) =>
  (Object.values(strapi.contentTypes) as unknown as Schema[]).filter(
    ({ pluginOptions, attributes }) => pluginOptions?.portal?.template && 'path' in attributes && 'title' in attributes,
  );

function findRows(strapi: Core.Strapi, { uid }: Schema, where: object): Promise<Row[]> {
  return strapi.db.query(uid as never).findMany({
    where: { ...where, publishedAt: { $notNull: true }, path: { $notNull: true } },
    select: ['documentId', 'title', 'path'],
    orderBy: { publishedAt: 'desc' },
    limit: OF_A_TYPE,
  } as never) as unknown as Promise<Row[]>;
}

/**
 * Finds what visitors can see already, so nothing of it is secret: documents of every type by words of their title,
 * those that begin with the words first; or the one document a link leads to.
 */
export async function findTargets(strapi: Core.Strapi, { words, ref }: { words: string | undefined; ref: string | undefined }): Promise<Target[]> {
  const [, name, documentId] = /^entry:([a-z-]+)\/([a-z0-9]+)$/.exec(ref ?? '') ?? [];
  const wanted = words?.trim().split(/\s+/).filter(Boolean) ?? [];
  if (!documentId && wanted.length === 0) return [];
  const where = documentId ? { documentId } : { $and: wanted.map((word) => ({ title: { $containsi: word } })) };
  const found: Target[] = [];
  for (const type of listTypes(strapi)) {
    if (name && type.info.singularName !== name) continue;
    for (const { documentId: id, title, path } of await findRows(strapi, type, where)) {
      found.push({ ref: `entry:${type.info.singularName}/${id}`, title, path, kind: type.info.displayName });
    }
  }
  const rank = ({ title }: Target) => (wanted[0] && title.startsWith(wanted[0]) ? 0 : 1);
  // A document in two languages is one target.
  const single = found.filter((target, index) => found.findIndex(({ ref: other }) => other === target.ref) === index);
  return single.sort((a, b) => rank(a) - rank(b)).slice(0, FOUND);
}
