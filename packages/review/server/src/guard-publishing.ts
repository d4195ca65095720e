import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { say, type Finding } from './checks/finding.ts';
import { running } from './guard/running.ts';
import type { Checks } from './services/checks.ts';

/** More would not be read in a message; its details name them all. */
const TOLD = 12;

interface Params {
  documentId?: string;
  status?: string;
  locale?: string | string[];
  fields?: unknown;
  populate?: unknown;
}
interface Documents {
  publish(params: object): Promise<{ entries: unknown[] }>;
}

/**
 * Keeps a document from being published while its checks find something, whichever screen, bulk action or API asks.
 * Create and update with `status: 'published'` publish by an inner call that no middleware sees: they are done here in
 * two steps and one transaction, so that what is checked is always a stored draft. A clone is always a draft.
 *
 * @throws {errors.ValidationError} With every reason at once; its details name the fields.
 */
export function guardPublishing(strapi: Core.Strapi, checks: Checks): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    if (!checks.covers(uid)) return next();
    const params = context.params as Params;
    if (action === 'publish') {
      refuse(await checks.findInDrafts(uid, params, { isProgram: isProgram(strapi) }));
      return next();
    }
    if (!['create', 'update'].includes(action) || params.status !== 'published') return next();
    context.params = { ...params, status: 'draft' } as never;
    return strapi.db.transaction(async () => {
      const written = (await next()) as { documentId?: string } | null;
      if (!written?.documentId) return written;
      const { locale, fields, populate } = params;
      const selection = { ...(locale && { locale }), ...(fields ? { fields } : {}), ...(populate ? { populate } : {}) };
      const published = await documentsOf(strapi, uid).publish({ documentId: written.documentId, ...selection });
      return published.entries[0];
    }) as never;
  });
}

/** Programs of the installation say so, or have no request behind them. */
const isProgram = (strapi: Core.Strapi) => (running()?.kind ?? (strapi.requestContext.get() ? 'request' : 'program')) === 'program';

const documentsOf = (strapi: Core.Strapi, uid: string) => strapi.documents(uid as never) as unknown as Documents;

const TICK = '核对无误的，在右侧“检查”里打勾。';
const remedyOf = ({ level, remedy }: Finding) => (level === 'confirm' ? `${remedy}${TICK}` : remedy);
const tell = (finding: Finding) => say({ message: finding.message, remedy: remedyOf(finding) });

/** @throws {errors.ValidationError} When there is a finding: the admin shows each at its field, and the message whole. */
export function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const told = findings.slice(0, TOLD).map(tell);
  const rest = findings.length > TOLD ? [`另外还有 ${findings.length - TOLD} 处，改好这些再发布一次就能看到。`] : [];
  const details = findings.map((finding) => ({
    path: finding.field.split('.'),
    field: finding.field,
    message: finding.message,
    remedy: remedyOf(finding),
    level: finding.level,
    key: finding.key,
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(`没有发布，请先改好：\n${[...told, ...rest].join('\n')}`, { errors: details });
}
