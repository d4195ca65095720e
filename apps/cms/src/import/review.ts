import type { Core } from '@strapi/strapi';

/** What the plugin `review` finds in a document before it is published. */
interface Checks {
  has(uid: string): boolean;
  find(uid: string, document: Record<string, unknown>): Promise<{ message: string }[]>;
  findInDrafts(uid: string, which: { documentId: string }): Promise<{ message: string }[]>;
}

/** Hides what must not be stored of people. */
interface Masking {
  mask(uid: string, data: Record<string, unknown>): Record<string, unknown>;
}

const serviceOf = (strapi: Core.Strapi, name: string) => strapi.plugin('review').service(name) as unknown;

/** The publishing checks, for rows that are written past the document service. */
export const checksOf = (strapi: Core.Strapi): Checks => serviceOf(strapi, 'checks') as Checks;

/** The masking of every write, for the same rows. */
export const maskingOf = (strapi: Core.Strapi): Masking => serviceOf(strapi, 'masking') as Masking;
