import { DEFAULT_LOCALE, type Ref } from '@mingchuang/content/entry';

import type { Identity } from './changes.ts';
import type { Row, Sql } from './database.ts';
import { findTypeByName, type PortalType, type PortalTypes, type RelationShape } from './portal-types.ts';
import {
  groupBy,
  insertReferences,
  type Link,
  loadInverse,
  loadLinks,
  loadOwn,
  type PublishedDraft,
  publishedLocales,
  type Reference,
  removeReferences,
} from './reference-store.ts';

/** Loads the references of some documents. The answer gives a document's relations as the feed shows them. */
export async function loadReferences(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  documentIds: readonly string[],
): Promise<(documentId: string, locale: string) => Record<string, Ref | Ref[]>> {
  const unique = [...new Set(documentIds)];
  const own = groupBy(await loadOwn(sql, type.name, unique), ({ documentId, locale }) => `${documentId}:${locale}`);
  const inverse = groupBy(await loadInverse(sql, type, unique), ({ targetId }) => targetId);

  return (documentId, locale) => {
    const relations: Record<string, Ref | Ref[]> = {};
    for (const relation of type.relations) {
      const refs = relation.mappedBy
        ? shownBy(types, relation, inverse.get(documentId) ?? [], locale)
        : (own.get(`${documentId}:${locale}`) ?? [])
            .filter(({ attribute }) => attribute === relation.attribute)
            .map(targetOf);
      if (relation.many) relations[relation.attribute] = refs;
      else if (refs[0]) relations[relation.attribute] = refs[0];
    }
    return relations;
  };
}

/** The documents that point at this one through a relation it shows from the other side. */
function shownBy(types: PortalTypes, relation: RelationShape, inverse: readonly Reference[], locale: string): Ref[] {
  const ownerLocale = types.get(relation.target)!.localised ? locale : DEFAULT_LOCALE;
  return inverse
    .filter(
      (reference) =>
        reference.type === relation.targetName &&
        reference.attribute === relation.mappedBy &&
        reference.locale === ownerLocale,
    )
    .map(({ type, documentId }) => ({ type, documentId }));
}

const targetOf = ({ targetType, targetId }: Reference): Ref => ({ type: targetType, documentId: targetId });

/**
 * Settles the relations of documents at publication as their drafts have them, from both sides.
 * @returns The other published documents whose content this changed.
 */
export async function settleReferences(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  published: readonly PublishedDraft[],
): Promise<Identity[]> {
  const touched: Identity[] = [];
  const before = groupBy(
    await loadOwn(
      sql,
      type.name,
      published.map(({ documentId }) => documentId),
    ),
    keyOf,
  );
  const after: Reference[] = [];
  for (const relation of type.relations) {
    const links = await loadLinks(sql, types, relation, published);
    if (!relation.mappedBy)
      after.push(
        ...links.map(({ source, target, position }) => ({
          ...pick(source),
          attribute: relation.attribute,
          position,
          ...target,
        })),
      );
    else touched.push(...(await settleInverse(sql, types, type, relation, published, links)));
  }

  await removeReferences(sql, published);
  await insertReferences(sql, after);
  const current = groupBy(after, keyOf);
  for (const document of published) {
    const changed = difference(before.get(keyOf(document)) ?? [], current.get(keyOf(document)) ?? []);
    touched.push(...(await shownOnOtherSide(sql, types, type, changed)));
  }
  return touched;
}

/** Forgets the relations of withdrawn documents. @returns The other published documents whose content this changed. */
export async function forgetReferences(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  withdrawn: readonly Identity[],
): Promise<Identity[]> {
  const rows = await loadOwn(
    sql,
    type.name,
    withdrawn.map(({ documentId }) => documentId),
  );
  const keys = new Set(withdrawn.map(keyOf));
  await removeReferences(sql, withdrawn);
  return shownOnOtherSide(
    sql,
    types,
    type,
    rows.filter((row) => keys.has(keyOf(row))),
  );
}

/** A relation edited on the side that does not own it: the owners that are published take it over now. */
async function settleInverse(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  relation: RelationShape,
  published: readonly PublishedDraft[],
  links: readonly Link[],
): Promise<Identity[]> {
  const owner = types.get(relation.target)!;
  const attribute = relation.mappedBy!;
  const touched: Identity[] = [];
  for (const document of published) {
    if (!owner.localised && document.locale !== DEFAULT_LOCALE) continue;
    const ownerLocale = owner.localised ? document.locale : DEFAULT_LOCALE;
    const target = { target_type: type.name, target_id: document.documentId };
    const scope = { type: owner.name, locale: ownerLocale, attribute };
    const stored = (await sql('feed_references')
      .where({ ...scope, ...target })
      .pluck('document_id')) as string[];
    const wanted = links.filter(({ source }) => source === document).map(({ target: { targetId } }) => targetId);
    const changed = [...stored.filter((id) => !wanted.includes(id)), ...wanted.filter((id) => !stored.includes(id))];
    for (const { documentId, locale } of await publishedLocales(sql, owner, changed)) {
      if (locale !== ownerLocale) continue;
      const row = { ...scope, document_id: documentId };
      if (stored.includes(documentId))
        await sql('feed_references')
          .where({ ...row, ...target })
          .delete();
      else {
        const last: Row | undefined = await sql('feed_references').where(row).max('position as position').first();
        await sql('feed_references').insert({ ...row, ...target, position: Number(last?.position ?? 0) + 1 });
      }
      touched.push({ type: owner.name, documentId, locale });
    }
  }
  return touched;
}

/** Targets that show a changed reference from their side, in each locale they are published in. */
async function shownOnOtherSide(
  sql: Sql,
  types: PortalTypes,
  type: PortalType,
  changed: readonly Reference[],
): Promise<Identity[]> {
  const touched: Identity[] = [];
  const shown = changed.filter(({ attribute }) =>
    type.relations.some((relation) => relation.attribute === attribute && relation.inversedBy),
  );
  for (const [name, references] of groupBy(shown, ({ targetType }) => targetType)) {
    const target = findTypeByName(types, name)!;
    for (const identity of await publishedLocales(
      sql,
      target,
      references.map(({ targetId }) => targetId),
    )) {
      if (
        !type.localised ||
        references.some(({ targetId, locale }) => targetId === identity.documentId && locale === identity.locale)
      )
        touched.push(identity);
    }
  }
  return touched;
}

/** What one list has and the other has not. */
function difference(before: readonly Reference[], after: readonly Reference[]): Reference[] {
  const key = ({ attribute, targetType, targetId }: Reference) => `${attribute}:${targetType}:${targetId}`;
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
  return [...before.filter((item) => !has.has(key(item))), ...after.filter((item) => !had.has(key(item)))];
}

const keyOf = ({ documentId, locale }: Identity) => `${documentId}:${locale}`;
const pick = ({ type, documentId, locale }: Identity): Identity => ({ type, documentId, locale });
