import { randomInt } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { CasesConfig } from './config.ts';
import { createSealing, type Sealing } from './domain/sealing.ts';
import { letterKind } from './kinds/letter.ts';
import type { Engine, Feed } from './services/engine.ts';
import { createTargets } from './targets-of-strapi.ts';

const AGENCY = 'api::agency.agency';
const COLUMN = 'api::column.column';

/** Sealing by the configured key, or undefined when none is set. @throws {Error} When the key is no key. */
export function sealingOf({ key }: CasesConfig): Sealing | undefined {
  return key ? createSealing(key) : undefined;
}

/** Connects the engine to Strapi: its database, its documents, the feed plugin, the clock. */
export function engineOf(strapi: Core.Strapi, config: CasesConfig, sealing: Sealing | undefined): Engine {
  return {
    db: strapi.db,
    sealing() {
      if (!sealing) throw new Error('没有设置 CASE_KEY，不能受理诉求。请设置 32 字节的 base64 密钥后重新启动。');
      return sealing;
    },
    feed: () => strapi.plugin('feed').service('feed') as unknown as Feed,
    limits: { ...letterKind.limits, ...config.limits },
    retentionDays: config.retentionDays,
    portalUrl: config.portalUrl,
    now: () => new Date(),
    resultsEvery: config.resultsSeconds * 1000,
    ...createTargets(strapi),
    random: (below) => randomInt(below),
    log: strapi.log,

    async findLettersPath() {
      const column = await strapi.db.query(COLUMN).findOne({
        select: ['path'],
        where: { kind: 'letters', locale: 'zh-Hans', publishedAt: { $notNull: true }, path: { $notNull: true } },
        orderBy: { id: 'asc' },
      });
      return column?.path;
    },

    async findAgency({ code, documentId }) {
      const agency = await strapi.db.query(AGENCY).findOne({
        select: ['documentId', 'title'],
        where: {
          ...(code !== undefined && { code }),
          ...(documentId !== undefined && { documentId }),
          acceptsCases: true,
          locale: 'zh-Hans',
          publishedAt: { $notNull: true },
        },
      });
      return agency ? { id: agency.documentId, title: agency.title } : undefined;
    },
  };
}

/** The table agencies are in, for the intake's own statements. */
export function agencyTableOf(strapi: Core.Strapi): string {
  return strapi.db.metadata.get(AGENCY).tableName;
}

/** Agencies that take cases, in the order of their list. */
export async function agenciesThatAccept(strapi: Core.Strapi): Promise<{ id: string; title: string }[]> {
  const agencies = await strapi.db.query(AGENCY).findMany({
    select: ['documentId', 'title'],
    where: { acceptsCases: true, locale: 'zh-Hans', publishedAt: { $notNull: true } },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
  });
  return agencies.map(({ documentId, title }) => ({ id: documentId, title }));
}

/** documentIds of the agencies a user is a member of. Drafts decide: who was taken out is out at once. */
export async function agenciesOf(strapi: Core.Strapi, userId: number): Promise<string[]> {
  const agencies = await strapi.db.query(AGENCY).findMany({
    select: ['documentId'],
    where: { members: { id: userId }, publishedAt: null },
  });
  return [...new Set(agencies.map(({ documentId }) => documentId as string))];
}
