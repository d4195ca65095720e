import type { Core } from '@strapi/strapi';

import { programs } from '../actor.ts';
import { inOrderedTransaction } from '../database.ts';
import type { AuditEntry } from '../record.ts';
import type { AuditService } from '../service.ts';
import { type Loaded, loadDocument } from './document-state.ts';

interface Params {
  documentId?: string;
  locale?: string | string[];
  data?: Record<string, unknown>;
}
interface Written {
  documentId?: string;
  locale?: string | null;
  entries?: { documentId: string; locale?: string | null }[];
}

/** What each action of the document service is called in the audit. */
const ACTIONS: Record<string, string> = {
  create: 'document.create',
  clone: 'document.clone',
  update: 'document.update',
  delete: 'document.delete',
  publish: 'document.publish',
  unpublish: 'document.unpublish',
  discardDraft: 'document.discard',
};

const isMoving = (action: string) => action === 'publish' || action === 'unpublish';

/**
 * Writes down what the document service does to content, whoever calls it, in the action's own transaction. It belongs
 * innermost: what another guard refuses has not been done.
 */
export function watchDocuments(strapi: Core.Strapi, audit: () => AuditService): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    if (!(action in ACTIONS) || !uid.startsWith('api::')) return next();
    return inOrderedTransaction(strapi, async () => {
      const isCounted = programs.getStore()?.counts !== undefined;
      const params = context.params as Params;
      const before = isCounted || action === 'create' || action === 'clone' ? undefined : await load(strapi, uid, action, params);
      const result = (await next()) as Written | null;
      if (isCounted) await audit().record({ action: ACTIONS[action]!, subject: { uid } });
      else for (const entry of await describe(strapi, { uid, action, params, before, result })) await audit().record(entry);
      return result as never;
    });
  });
}

const localeOf = ({ locale }: Params) => (typeof locale === 'string' && locale !== '*' ? locale : undefined);

function load(strapi: Core.Strapi, uid: string, action: string, params: Params, documentId = params.documentId): Promise<Loaded | undefined> {
  if (!documentId) return Promise.resolve(undefined);
  const names = Object.keys(params.data ?? {});
  return loadDocument(strapi, uid, { documentId, locale: localeOf(params), isPublished: isMoving(action), names });
}

interface Done {
  uid: string;
  action: string;
  params: Params;
  before: Loaded | undefined;
  result: Written | null;
}

async function describe(strapi: Core.Strapi, { uid, action, params, before, result }: Done): Promise<AuditEntry[]> {
  const documentId = action === 'create' || action === 'clone' ? (result?.documentId ?? result?.entries?.[0]?.documentId) : params.documentId;
  if (!documentId) return [];
  const after = action === 'delete' ? undefined : await load(strapi, uid, action, params, documentId);
  const shown = after ?? before ?? (await loadDocument(strapi, uid, { documentId, locale: localeOf(params), isPublished: false }));
  const subject = { uid, documentId, locale: shown?.locale ?? localeOf(params) ?? null, title: shown?.title };
  const entry = { action: ACTIONS[action]!, subject };
  if (isMoving(action)) {
    const times = (loaded: Loaded | undefined) => ({ publishedAt: loaded?.publishedAt ?? null, path: loaded?.state.path ?? null });
    return [{ ...entry, before: times(before), after: times(after) }];
  }
  if (action === 'create' || action === 'clone') return after ? [{ ...entry, after: withoutEmpty(after.state) }] : [];
  if (action === 'delete') return before || result?.entries?.length ? [{ ...entry, before: withoutEmpty(before?.state ?? {}) }] : [];
  // The content manager saves again at each click: what changed nothing is no deed.
  const isSame = JSON.stringify(before?.state) === JSON.stringify(after?.state);
  return isSame && action === 'update' ? [] : [{ ...entry, before: before?.state ?? {}, after: after?.state ?? {} }];
}

const withoutEmpty = (state: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)));
