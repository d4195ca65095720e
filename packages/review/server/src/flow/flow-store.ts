import type { Core } from '@strapi/strapi';

import { insert, textOf } from '../store/columns.ts';
import type { Row, Sql } from '../store/connection.ts';
import type { Place } from './choose-flow.ts';
import type { Flow, Stage } from './flow.ts';

const COLUMN = 'api::column.column';
const AGENCY = 'api::agency.agency';

/** The flows that are configured; the default one is not among them. */
export async function listFlows(sql: Sql): Promise<Flow[]> {
  const rows: Row[] = await sql('review_flows').orderBy('id');
  return rows.map((row) => ({
    id: Number(row.id),
    name: String(row.name),
    site: textOf(row.site),
    column: textOf(row.column),
    uid: textOf(row.uid),
    stages: JSON.parse(String(row.stages)) as Stage[],
  }));
}

/** Replaces all flows. Documents that are in review keep the stages they were submitted with. */
export async function replaceFlows(
  sql: Sql,
  flows: readonly Flow[],
  { by, now }: { by: number; now: Date },
): Promise<void> {
  await sql('review_flows').delete();
  for (const { name, site, column, uid, stages } of flows) {
    const changed = { changed_at: now.toISOString(), changed_by: by };
    await insert(sql, 'review_flows', { name, site, column, uid, stages: JSON.stringify(stages), ...changed });
  }
}

interface ColumnRow {
  documentId: string;
  parent?: { documentId: string } | null;
  site?: { documentId: string } | null;
}

/** Where a draft stands: its column and those above it, and the site of these or of its agency. */
export async function placeOf(
  strapi: Core.Strapi,
  uid: string,
  { column, agency }: { column: string | null; agency: string | null },
): Promise<Place> {
  const columns: string[] = [];
  let site: string | null = null;
  for (let at = column; at && !columns.includes(at);) {
    columns.push(at);
    const row: ColumnRow | null = await findDraft(strapi, COLUMN, at, ['parent', 'site']);
    site ??= row?.site?.documentId ?? null;
    at = row?.parent?.documentId ?? null;
  }
  if (!site && agency) site = (await findDraft(strapi, AGENCY, agency, ['site']))?.site?.documentId ?? null;
  return { uid, site, columns };
}

const findDraft = async (strapi: Core.Strapi, uid: string, documentId: string, relations: string[]) =>
  (await strapi.db.query(uid as never).findOne({
    where: { documentId, publishedAt: { $null: true } },
    select: ['id', 'documentId'],
    populate: Object.fromEntries(relations.map((name) => [name, { select: ['documentId'] }])),
  } as never)) as unknown as ColumnRow | null;
