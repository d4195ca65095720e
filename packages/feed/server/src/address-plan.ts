import { createHash } from 'node:crypto';

import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import { shanghaiDate } from '@mingchuang/content/dates';
import { PATHS } from '@mingchuang/content/paths';

/** What a document knows of its publication; fixed for ever when it is first published. */
export interface PublicationFacts {
  publicId: string;
  /** YYYY-MM-DD. */
  publishedOn: string;
  /** Absent for documents brought over with a date only: a time is never invented. */
  firstPublishedAt: Date | null;
}

/** Digits and letters of a public identifier. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const PUBLIC_ID = /^[a-z0-9]{8}$/;

/**
 * Makes the part of an address that is a document's own. It follows from the document's identity, so that a preview
 * shows the address the page will have; without the identity, which is random, nobody can tell it beforehand.
 */
export function publicIdOf(documentId: string): string {
  const digest = createHash('sha256').update(documentId).digest();
  return Array.from({ length: 8 }, (_, at) => ALPHABET[digest.readUInt32BE(at * 4) % ALPHABET.length]).join('');
}

export function isPublicId(value: unknown): value is string {
  return typeof value === 'string' && PUBLIC_ID.test(value);
}

/**
 * Settles the facts of a publication. What is stored stays; what is missing is filled in, on first publication from
 * the clock, and an earlier date given by the importer keeps its day without an instant.
 */
export function settleFacts(
  stored: {
    publicId?: string | null;
    publishedOn?: string | null;
    firstPublishedAt?: Date | null;
    wasPublished: boolean;
  },
  { now, createId }: { now: Date; createId: () => string },
): PublicationFacts {
  const today = shanghaiDate(now);
  const { firstPublishedAt = null, wasPublished } = stored;
  const publishedOn = stored.publishedOn ?? shanghaiDate(firstPublishedAt ?? now);
  const isFirstHere = !wasPublished && !firstPublishedAt && publishedOn === today;
  return {
    publicId: stored.publicId ?? createId(),
    publishedOn,
    firstPublishedAt: isFirstHere ? now : firstPublishedAt,
  };
}

/** First part of every address of a locale: the default locale has none. */
export function localeRoot(locale: string): string {
  return locale === DEFAULT_LOCALE ? '/' : `/${locale}/`;
}

/** Address of a document that lives below a column. @param columnPath Begins and ends with a slash. */
export function documentPath(
  columnPath: string,
  { publishedOn, publicId }: Pick<PublicationFacts, 'publishedOn' | 'publicId'>,
): string {
  return `${columnPath}${publishedOn.slice(0, 7).replace('-', '')}/${publicId}/`;
}

/** Address of an agency. */
export function agencyPath(code: string, locale: string): string {
  return `${localeRoot(locale)}${PATHS.agencies.slice(1)}${code}/`;
}
