import type { Core } from '@strapi/strapi';

import { abroad, loadSites } from '../grants/abroad.ts';
import { placementOf } from '../grants/area-condition.ts';
import { scopeOf } from '../grants/scopes.ts';
import { type Ability, findWriter } from '../writer.ts';
import { listCandidates } from '../writing/place-document.ts';
import { rightsOf, type Verb } from '../writing/rights.ts';

const COLUMN = 'api::column.column';
const VERBS: Verb[] = ['create', 'update'];

/** Which rows somebody is offered, of those their rights and the form's state let them see. */
export type Offered = (strapi: Core.Strapi, uid: string, seen: object) => object;

/** A field of a form, and the rights of whoever fills it in. */
interface Field {
  model: string;
  targetField: string;
  ability: Ability;
  /** The language of the form: people may be limited to some. */
  locale: unknown;
}

/**
 * Of the columns those a person may put documents of a type in: on the sites of their agencies, or where grants say.
 *
 * @returns `undefined` where all are offered: to those who are not limited, and to members where there is one site.
 */
export async function findColumnsWithin(strapi: Core.Strapi, { model, targetField, ability, locale }: Field): Promise<Offered | undefined> {
  const source = strapi.contentTypes[model as never] as unknown as { attributes: Record<string, { target?: string }> } | undefined;
  const writer = findWriter(strapi);
  if (!writer || source?.attributes[targetField]?.target !== COLUMN || placementOf(source as never) !== 'document') return undefined;
  const may = rightsOf(strapi, { ...writer, ability }, model);
  const reaches = (agency: string, column: string) =>
    VERBS.some((verb) => may(verb, { agency: { documentId: agency }, column: { documentId: column }, locale: locale ?? 'zh-Hans' }));
  if (reaches('', '')) return undefined;
  const [sites, scope] = [await loadSites(strapi), await scopeOf(strapi, writer.id)];
  if (!sites.areSeveral && !scope.isPlaced) return undefined;

  // A grant for every agency names none.
  const agencies = [...(await listCandidates(strapi, writer.id)), ''];
  const columns = (await strapi.db.query(COLUMN).findMany({ where: { publishedAt: null }, select: ['documentId'] })) as { documentId: string }[];
  const within = columns.filter(({ documentId }) => agencies.some((agency) => reaches(sites.isAbroad(agency, documentId) ? abroad(agency) : agency, documentId)));
  const documentIds = [...new Set(within.map(({ documentId }) => documentId))];
  return (_strapi, _uid, seen) => ({ $and: [seen, { documentId: { $in: documentIds } }] });
}
