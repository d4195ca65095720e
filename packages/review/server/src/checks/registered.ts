import type { Core } from '@strapi/strapi';

import type { Check } from './check.ts';
import type { CheckedDocument } from './document.ts';

/** Where a document stands, for whoever gathers facts about it. */
export interface Around {
  strapi: Core.Strapi;
  /** Missing while a document is new. */
  documentId?: string | undefined;
  locale?: string | undefined;
  /** Whether addresses outside may be asked; otherwise what is known of them counts. */
  asksOutside: boolean;
  /** Whether it goes live in this moment. */
  publishesNow: boolean;
}

/** A check with what it needs from the CMS. */
export interface RegisteredCheck<Facts = undefined> {
  check: Check<Facts>;
  /** Relations the check reads, beside those a document must have. */
  reads?: readonly string[];
  gather?(document: CheckedDocument, around: Around): Facts | Promise<Facts>;
}

/** Lets checks of different facts stand in one list. */
export const register = <Facts>(registered: RegisteredCheck<Facts>): RegisteredCheck<never> =>
  registered as unknown as RegisteredCheck<never>;
