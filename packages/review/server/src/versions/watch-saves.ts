import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';

import { inTransaction, type Sql } from '../store/connection.ts';
import type { Cause } from './causes.ts';
import type { Place } from './content.ts';
import { keepVersion } from './keep.ts';
import { occasion } from './occasion.ts';
import { isLocalised, modelOf } from './shape.ts';
import { hasVersions } from './store.ts';

/** What a write of the document service is kept as. */
const CAUSE_OF: Record<string, Cause> = {
  create: 'saved',
  update: 'saved',
  clone: 'saved',
  publish: 'published',
  unpublish: 'withdrawn',
  discardDraft: 'discarded',
};

interface Params {
  documentId?: string;
  locale?: string | string[];
  status?: string;
}
interface Written {
  documentId?: string;
  locale?: string | null;
  entries?: { locale?: string | null }[];
}

/**
 * Keeps a version of every write of a document, in the write's own transaction. What a document said before its first
 * change is kept too: documents that were brought over or came with the demo city have no versions yet.
 */
export function watchSaves(strapi: Core.Strapi, now: () => Date): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const cause = CAUSE_OF[action];
    if (!cause || !modelOf(strapi, uid).pluginOptions?.portal) return next();
    const params = context.params as Params;
    return inTransaction(strapi, async (sql) => {
      if (params.documentId && action !== 'clone') await keepBaseline(strapi, sql, uid, params, now());
      const written = (await next()) as Written | undefined;
      const documentId = written?.documentId ?? params.documentId;
      if (!documentId) return written;
      for (const locale of localesOf(strapi, uid, params, written)) await keepVersion(strapi, { uid, documentId, locale, cause: causeOf(cause, params), ...occasion() }, now());
      return written;
    }) as never;
  });
}

const causeOf = (cause: Cause, { status }: Params): Cause => (cause === 'saved' && status === 'published' ? 'published' : cause);

async function keepBaseline(strapi: Core.Strapi, sql: Sql, uid: string, params: Params, now: Date): Promise<void> {
  for (const locale of localesOf(strapi, uid, params, undefined)) {
    const place: Place = { uid, documentId: params.documentId!, locale };
    if (!(await hasVersions(sql, place))) await keepVersion(strapi, { ...place, cause: 'baseline', by: null }, now);
  }
}

/** The languages a write touched; `*` is told by its answer. */
function localesOf(strapi: Core.Strapi, uid: string, { locale }: Params, written: Written | undefined): string[] {
  if (!isLocalised(strapi, uid)) return [DEFAULT_LOCALE];
  const told = [...(written?.entries ?? []), ...(written?.locale ? [written] : [])].flatMap((entry) => entry.locale ?? []);
  const asked = [locale ?? DEFAULT_LOCALE].flat().filter((one) => one !== '*');
  return [...new Set(told.length > 0 ? told : asked)];
}
