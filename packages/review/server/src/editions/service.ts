import type { Review } from '../review.ts';
import { onConnection } from '../store/connection.ts';
import { type DocumentKey, isReviewed } from './document.ts';
import type { Edition } from './edition.ts';
import { findOpen } from './edition-store.ts';
import { loadContent } from './load-content.ts';
import type { MoveRequest } from './move-request.ts';
import { performMove } from './perform.ts';
import { type Standing, standingOf } from './standing.ts';

/** `strapi.plugin('review').service('editions')`: what other parts of the CMS ask of the flow. */
export interface Editions {
  /** Whether documents of a type go live through review here and now. */
  governs(uid: string): boolean;
  standing(document: DocumentKey, person: number): Promise<Standing>;
  /** @param at When it happened, for what is brought along; now otherwise. */
  perform(document: DocumentKey, request: MoveRequest, person: number, at?: Date): Promise<void>;
  findOpen(document: DocumentKey): Promise<Edition | undefined>;
  /** What people wrote of a document, in the form fingerprints and versions are made of. */
  content(document: DocumentKey, status: 'draft' | 'published'): Promise<Record<string, unknown> | undefined>;
  /** Replaces the clock, for tests. */
  setClock(now: () => Date): void;
}

/** Binds the service to one Strapi. */
export const createEditions = (review: Review): Editions => ({
  governs: (uid) => review.isOn && isReviewed(review.strapi, uid),
  standing: (document, person) => standingOf(review, document, person),
  perform: (document, request, person, at) =>
    performMove(at ? { ...review, now: () => at } : review, document, request, person),
  findOpen: (document) => onConnection(review.strapi, (sql) => findOpen(sql, document)),
  content: (document, status) => loadContent(review.strapi, document, status),
  setClock: (now) => void (review.now = now),
});
