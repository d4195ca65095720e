import { DEFAULT_LOCALE } from '@mingchuang/content/entry';

import { findByDocument, withdrawAddress } from './address-book.ts';
import type { Change, Identity } from './changes.ts';
import { settleColumnPaths } from './columns.ts';
import type { Row, Sql } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { prepareCopy, prepareCreation, prepareUpdate } from './fixed-attributes.ts';
import { refuseWhileNeeded } from './keep-needed.ts';
import { feedLocale, isInPortalLocale, type PortalType } from './portal-types.ts';
import { forgetFiles, loadPublished, settleFiles, settlePublication, upsertOf } from './publication.ts';
import { forgetReferences } from './references.ts';
import { showStamps, titleOf } from './stamps.ts';
import { writeChanges } from './write.ts';

interface Params {
  documentId?: string;
  locale?: string;
  data?: Record<string, unknown>;
}

/** Actions of the document service that write. */
const WRITES = new Set(['create', 'update', 'delete', 'publish', 'unpublish', 'clone', 'discardDraft']);

/**
 * Watches the document service: whatever an action did to published rows is recorded in the action's own transaction.
 *
 * It compares the published rows before and after instead of trusting the action's name, since create and update with
 * `status: 'published'` publish by an inner call that no middleware sees.
 */
export function watchDocuments(core: FeedCore): void {
  core.strapi.documents.use(async (context, next) => {
    const type = WRITES.has(context.action) ? core.types().get(context.uid) : undefined;
    if (!type) return next();
    const params = context.params as Params;
    return writeChanges(core, async (sql, report) => {
      // A copy is a new document; the one it is taken from does not change.
      const isChange = params.documentId && context.action !== 'clone';
      const before = isChange ? await loadRows(sql, type, params.documentId!) : [];
      if (context.action === 'delete' && before[0]) await refuseWhileNeeded(sql, core.types(), type, before[0]);
      if (params.data)
        params.data = await prepareData(sql, type, context.action, params as Params & { data: object }, before);
      const result = (await next()) as { documentId?: string } | undefined;
      const documentId = result?.documentId ?? params.documentId;
      if (documentId) report(await settle(sql, core, type, { documentId, before, result }));
      return result as never;
    });
  });
}

async function prepareData(
  sql: Sql,
  type: PortalType,
  action: string,
  params: Params & { data: object },
  before: readonly Row[],
) {
  const data = params.data as Record<string, unknown>;
  if (action === 'create') return prepareCreation(type, data);
  if (action === 'clone') return prepareCopy(type, data);
  if (action !== 'update') return data;
  const drafts = before.filter((row) => row.published_at === null);
  const own = drafts.find((row) => !type.localised || row.locale === (params.locale ?? DEFAULT_LOCALE));
  const wasPublished = (await findByDocument(sql, type.name, [params.documentId!])).length > 0;
  return prepareUpdate(type, data, { draft: own ?? drafts[0], isSameLocale: own !== undefined, wasPublished });
}

async function settle(
  sql: Sql,
  core: FeedCore,
  type: PortalType,
  { documentId, before, result }: { documentId: string; before: readonly Row[]; result: unknown },
): Promise<Change[]> {
  const types = core.types();
  const known = new Set(before.map((row) => Number(row.id)));
  const after = await loadPublished(sql, type, [documentId]);
  const published = after.filter(({ id }) => !known.has(id));
  const withdrawn = before.filter(
    (row) =>
      row.published_at !== null &&
      isInPortalLocale(type, row.locale) &&
      !after.some(({ locale }) => locale === feedLocale(type, row.locale)),
  );

  const changes: Change[] = [];
  if (published.length > 0) {
    const publication = await settlePublication(sql, types, type, published, {
      loader: core.loader(),
      now: core.now(),
    });
    changes.push(...publication.changes);
    showStamps(result, publication.stamps);
    // Publishing one locale writes what is not localised into the published rows of the others, in place.
    const others = after.filter(({ id }) => known.has(id));
    await settleFiles(sql, type, others, core.loader());
    changes.push(...others.map((other) => upsertOf(type, other)));
  }
  for (const row of withdrawn) changes.push(...(await withdraw(sql, core, type, row, before)));
  if (type.address === 'tree') {
    changes.push(...(await settleColumnPaths(sql, type, core.now())));
    const rows: Row[] = await sql(type.table).where({ document_id: documentId }).select('id', 'path');
    showStamps(result, new Map(rows.map((row) => [Number(row.id), { path: String(row.path) }])));
  }
  return changes;
}

async function withdraw(
  sql: Sql,
  core: FeedCore,
  type: PortalType,
  row: Row,
  before: readonly Row[],
): Promise<Change[]> {
  const identity: Identity = {
    type: type.name,
    documentId: String(row.document_id),
    locale: feedLocale(type, row.locale),
  };
  const draft = before.find((other) => other.published_at === null && other.locale === row.locale);
  const title = titleOf(type, row);
  const touched = await forgetReferences(sql, core.types(), type, [identity]);
  await forgetFiles(sql, [identity]);
  const reason = (draft?.withdrawal_reason ?? row.withdrawal_reason ?? undefined) as string | undefined;
  return [
    { kind: 'gone', ...identity, title },
    ...touched.map((other): Change => ({ kind: 'upsert', ...other })),
    ...(await withdrawAddress(sql, identity, { title, reason }, core.now())),
  ];
}

async function loadRows(sql: Sql, type: PortalType, documentId: string): Promise<Row[]> {
  return sql(type.table).where({ document_id: documentId });
}
