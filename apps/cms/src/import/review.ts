import type { Core } from '@strapi/strapi';

/** What stops a document: what is wrong, and what to do. */
export interface CheckFinding {
  message: string;
  remedy: string;
}

/** What the plugin `review` finds in a document before it is published. */
interface Checks {
  has(uid: string): boolean;
  find(uid: string, document: Record<string, unknown>): Promise<CheckFinding[]>;
  findInDrafts(uid: string, which: { documentId: string }, options: { isProgram: true }): Promise<CheckFinding[]>;
}

/** Hides what must not be stored of people. */
interface Masking {
  mask(uid: string, data: Record<string, unknown>): Record<string, unknown>;
}

/** Runs our own programs past the review. */
interface Programs {
  isWorkedOn(uid: string, documentId: string): Promise<boolean>;
  run<T>(name: 'demo-city' | 'import', work: () => Promise<T>): Promise<T>;
}

const serviceOf = (strapi: Core.Strapi, name: string) => strapi.plugin('review').service(name) as unknown;

/** The publishing checks, for rows that are written past the document service. */
export const checksOf = (strapi: Core.Strapi): Checks => serviceOf(strapi, 'checks') as Checks;

/** The masking of every write, for the same rows. */
export const maskingOf = (strapi: Core.Strapi): Masking => serviceOf(strapi, 'masking') as Masking;

/** Runs one of the installation's own programs: it publishes without people, and the audit says so. */
export const runProgram = <T>(strapi: Core.Strapi, name: 'demo-city' | 'import', work: () => Promise<T>): Promise<T> =>
  (serviceOf(strapi, 'programs') as Programs).run(name, work);

/** Whether people are changing or reviewing a document: the importer leaves it to them. */
export const isWorkedOn = (strapi: Core.Strapi, uid: string, documentId: string): Promise<boolean> =>
  (serviceOf(strapi, 'programs') as Programs).isWorkedOn(uid, documentId);
