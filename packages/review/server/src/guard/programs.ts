import type { Core } from '@strapi/strapi';

import { runInAudit } from '../neighbours.ts';
import { runAs } from './running.ts';

/** Programs of the installation that publish without people; the audit knows them by these names. */
export const PROGRAMS = ['demo-city', 'import'] as const;
export type ProgramName = (typeof PROGRAMS)[number];

/** `strapi.plugin('review').service('programs')`. No route leads here: only code of the installation can call it. */
export interface Programs {
  /** Runs work that may publish past the review. The audit has when it began and what it did, in sum. */
  run<T>(name: ProgramName, work: () => Promise<T>): Promise<T>;
}

/** Makes the service. @throws {Error} When somebody runs under a name that is not on the list. */
export const createPrograms = (strapi: Core.Strapi): Programs => ({
  run(name, work) {
    if (!PROGRAMS.includes(name)) throw new Error(`No program is called ${name}`);
    return runInAudit(strapi, name, () => runAs({ kind: 'program', name }, work), { sum: true });
  },
});
