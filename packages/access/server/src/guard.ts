import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { readAgencyChange, type AgencyChange } from './agency-input.ts';
import { listAgenciesOf } from './membership.ts';
import { findWriter } from './writer.ts';

const AGENCY = 'api::agency.agency';

interface Checker {
  can: { create(entity: unknown): boolean; update(entity: unknown): boolean };
}
interface Write {
  data?: Record<string, unknown>;
  documentId?: string;
}

async function findTarget(strapi: Core.Strapi, change: AgencyChange): Promise<string | undefined> {
  if (change.kind === 'set') return change.documentId;
  if (change.kind !== 'set-by-row') return undefined;
  const row = await strapi.db.query(AGENCY).findOne({ where: { id: change.id }, select: ['documentId'] });
  return row?.documentId;
}

async function chooseAgency(strapi: Core.Strapi, userId: number): Promise<string> {
  const [only, ...others] = await listAgenciesOf(strapi, userId);
  if (!only) throw new errors.ApplicationError('您还没有加入任何机构，不能新建内容。请联系站点管理员。');
  if (others.length > 0) throw new errors.ApplicationError('您属于多个机构，请先选择这篇内容的机构。');
  return only;
}

/**
 * Keeps the members of an agency within it. Strapi checks a condition against documents that exist; who a new document
 * belongs to, and whether an old one may change hands, is decided here, in the document service, where every writer
 * passes. Messages are sent as 400: Strapi swallows the text of a 403.
 */
export function guardAgencies(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const params = context.params as Write;
    const isNew = action === 'create' || action === 'clone';
    if ((!isNew && action !== 'update') || !params.data || !('agency' in context.contentType.attributes)) return next();
    const writer = findWriter(strapi);
    if (!writer) return next();

    const checker = (strapi.plugin('content-manager').service('permission-checker') as { create(options: object): Checker }).create({
      userAbility: writer.ability,
      model: uid,
    });
    const may = (documentId: string) => {
      const locale = (context.params as { locale?: string }).locale ?? 'zh-Hans';
      const entity = { agency: { documentId }, locale };
      return isNew ? checker.can.create(entity) : checker.can.update(entity);
    };
    // Whoever may write for an agency that does not exist may write for all.
    if (may('')) return next();

    const change = readAgencyChange(params.data);
    const target = await findTarget(strapi, change);
    if (target !== undefined) {
      if (!may(target)) throw new errors.ApplicationError('只能选择您所在的机构。');
    } else if (change.kind === 'removed' || change.kind === 'set-by-row') {
      if (!isNew) throw new errors.ApplicationError('请选择您所在的机构，不能留空。');
      params.data.agency = await chooseAgency(strapi, writer.id);
    } else if (action === 'create') {
      params.data.agency = await chooseAgency(strapi, writer.id);
    }
    return next();
  });
}
