import type { Core } from '@strapi/strapi';

import { runInAudit } from '../neighbours.ts';
import { onConnection } from '../store/connection.ts';
import { runAs } from './running.ts';

/** Programs of the installation that publish without people; the audit knows them by these names. */
export const PROGRAMS = ['demo-city', 'import'] as const;
export type ProgramName = (typeof PROGRAMS)[number];

/** `strapi.plugin('review').service('programs')`. No route leads here: only code of the installation can call it. */
export interface Programs {
  /** Runs work that may publish past the review. The audit has when it began and what it did, in sum. */
  run<T>(name: ProgramName, work: () => Promise<T>): Promise<T>;
  /** Whether people have an open edition of a document: a program leaves it alone. */
  isWorkedOn(uid: string, documentId: string): Promise<boolean>;
}

/** Makes the service. @throws {Error} When somebody runs under a name that is not on the list. */
export const createPrograms = (strapi: Core.Strapi): Programs => ({
  async run(name, work) {
    if (!PROGRAMS.includes(name)) throw new Error(`No program is called ${name}`);
    return runInAudit(strapi, name, () => runAs({ kind: 'program', name }, work), { sum: true });
  },
  isWorkedOn: (uid, documentId) =>
    onConnection(strapi, async (sql) => {
      const row = await sql('review_contributors')
        .join('review_editions', 'review_editions.id', 'review_contributors.edition')
        .where({ uid, document_id: documentId })
        .whereNotNull('open_key')
        .first('person');
      return row !== undefined;
    }),
});
