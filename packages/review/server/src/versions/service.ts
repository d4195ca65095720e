import type { Core } from '@strapi/strapi';

import { keepVersion, type Keeping } from './keep.ts';
import { type Occasion, onOccasion } from './occasion.ts';
import { thinOutVersions } from './thin-out.ts';

/** `strapi.plugin('review').service('versions')`. */
export interface Versions {
  /**
   * Keeps what a document's draft says now, in the open transaction or one of its own.
   * @returns The number of the version; `undefined` when there is no such document.
   */
  keep(keeping: Keeping): Promise<number | undefined>;
  /** Runs work whose writes are kept for a cause of their own instead of as mere saves. */
  during<T>(occasion: Occasion, work: () => Promise<T>): Promise<T>;
  /** Removes what need not be kept any longer. */
  thinOut(): Promise<{ versions: number; contents: number }>;
}

/** Makes the service. */
export const createVersions = (strapi: Core.Strapi, now: () => Date = () => new Date()): Versions => ({
  keep: (keeping) => keepVersion(strapi, keeping, now()),
  during: onOccasion,
  thinOut: () => thinOutVersions(strapi, now()),
});
