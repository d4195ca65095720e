import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { abroad, loadSites, type Sites } from '../grants/abroad.ts';
import { scopeOf } from '../grants/scopes.ts';
import { labelOf, listNewColumns, type NamedColumn, titleOfColumn } from './named-columns.ts';
import { readRelationChange } from './relation-input.ts';
import type { Verb } from './rights.ts';
import { draftOf, type StoredVersion } from './versions.ts';

const TARGETS = { agency: 'api::agency.agency', column: 'api::column.column', site: 'api::site.site' } as const;
type Place = keyof typeof TARGETS;

/** A write that puts a document somewhere, or leaves it where it is. */
export interface Placing {
  uid: string;
  writer: { id: number };
  data: Record<string, unknown>;
  locale: string;
  action: string;
  /** What is stored of the document, for a clone of its model. */
  versions: readonly StoredVersion[];
  may(verb: Verb, document?: object): boolean;
}

type Placed = Partial<Record<Place, { documentId: string } | null>>;

const PLACES = Object.keys(TARGETS) as Place[];

/** Where the document will be after the write. */
async function readPlaces(strapi: Core.Strapi, { uid, data, locale, versions }: Placing): Promise<Placed> {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, { type: string }> };
  const stored = draftOf(versions, locale);
  const placed: Placed = {};
  for (const place of PLACES) {
    if (attributes[place]?.type !== 'relation') continue;
    const change = readRelationChange(data[place]);
    if (change.kind === 'kept') placed[place] = stored?.[place] ?? null;
    else if (change.kind === 'removed') placed[place] = null;
    else placed[place] = change.kind === 'set' ? { documentId: change.documentId } : await findByRow(strapi, TARGETS[place], change.id);
  }
  return placed;
}

async function findByRow(strapi: Core.Strapi, uid: string, id: number): Promise<{ documentId: string } | null> {
  return (await strapi.db.query(uid as never).findOne({ where: { id }, select: ['documentId'] } as never)) as { documentId: string } | null;
}

/** The agencies somebody may have written for: those they belong to, and those named in grants. */
export async function listCandidates(strapi: Core.Strapi, userId: number): Promise<string[]> {
  const scope = await scopeOf(strapi, userId);
  return [...new Set([...scope.memberships, ...scope.grantedAgencies])];
}

/**
 * Decides who a new document belongs to, and whether an old one may change hands or columns. The agency is filled in
 * where there is only one. Members put documents in columns of the sites their agencies belong to; what somebody else
 * put on another site they may go on writing there.
 *
 * @throws {errors.ApplicationError} When the document would be where its writer has no right.
 */
export async function placeDocument(strapi: Core.Strapi, placing: Placing): Promise<void> {
  const { data, locale, action, may, writer } = placing;
  const isNew = action !== 'update';
  const verb = isNew ? 'create' : 'update';
  const placed = await readPlaces(strapi, placing);
  const holds = (places: Placed) => may(verb, { ...fill(places), locale });
  const nowhere = { documentId: '' };
  // Whoever may write for an agency that does not exist may write for all.
  if (holds({ agency: nowhere, column: nowhere, site: nowhere })) return;

  const [sites, named] = [await loadSites(strapi), await listNewColumns(strapi, placing)];
  const stored = isNew ? undefined : draftOf(placing.versions, locale);
  const isMoved = (places: Placed) => PLACES.some((place) => places[place]?.documentId !== stored?.[place]?.documentId);
  const allows = (places: Placed) =>
    holds(isMoved(places) ? asOn(sites, places) : places) && named.every((column) => holds(asOn(sites, { ...places, column })));
  const refuse = async (places: Placed, otherwise: string) => {
    const columns = places.column ? [{ label: labelOf(strapi, placing.uid, 'column'), ...places.column }, ...named] : named;
    throw new errors.ApplicationError((await explainSite(strapi, sites, places, columns, holds)) ?? (await explain(strapi, writer.id, otherwise)));
  };

  if (placed.agency !== null) {
    if (!allows(placed)) await refuse(placed, '只能选择您所在的机构。');
    return;
  }
  if (!isNew) throw new errors.ApplicationError('请选择您所在的机构，不能留空。');
  const candidates = await listCandidates(strapi, writer.id);
  const possible = candidates.filter((documentId) => allows({ ...placed, agency: { documentId } }));
  if (possible.length > 1) throw new errors.ApplicationError('您属于多个机构，请先选择这篇内容的机构。');
  if (possible.length === 0) {
    const agency = candidates[0] === undefined ? null : { documentId: candidates[0] };
    await refuse({ ...placed, agency }, agency ? '只能选择您所在的机构。' : '您还没有加入任何机构，不能新建内容。请联系站点管理员。');
  }
  data.agency = possible[0];
}

/** The same place, with the agency as one that writes for a site of others where the column is on one. */
function asOn(sites: Sites, places: Placed): Placed {
  const { agency, column } = places;
  return agency && column && sites.isAbroad(agency.documentId, column.documentId) ? { ...places, agency: { documentId: abroad(agency.documentId) } } : places;
}

/** A place that is not set is no place at all: conditions on it do not hold. */
const fill = (places: Placed) => Object.fromEntries(Object.entries(places).map(([place, value]) => [place, value ?? { documentId: '' }]));

/** Names the first column that is refused for its site alone. */
async function explainSite(strapi: Core.Strapi, sites: Sites, places: Placed, columns: readonly NamedColumn[], holds: (places: Placed) => boolean): Promise<string | undefined> {
  const { agency } = places;
  const refused = agency && columns.find((column) => sites.isAbroad(agency.documentId, column.documentId) && holds({ ...places, column }));
  if (!refused) return undefined;
  const [home, there] = [sites.nameOf(agency.documentId), sites.nameOf(refused.documentId)];
  return `“${refused.label}”选的“${await titleOfColumn(strapi, refused.documentId)}”是“${there}”的栏目，而这篇内容的机构属于“${home}”。请改选“${home}”的栏目；确实要发在“${there}”的，请站点管理员到“设置 → 授权”写一条。`;
}

/** Who was granted columns or a site may have chosen the wrong one of these, too. */
async function explain(strapi: Core.Strapi, userId: number, otherwise: string): Promise<string> {
  const { isPlaced } = await scopeOf(strapi, userId);
  return isPlaced ? '“机构”和“栏目”要选在给您授权的范围里。还没有选栏目的，请先选。不清楚范围，请问站点管理员。' : otherwise;
}
