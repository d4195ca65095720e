import type { Catalogue } from './catalogue.ts';
import type { FrameParts } from './frame.ts';

/** What a page wants to know of the rest of the site. It knows names, never a building: it is kept. */
export type Question = (building: Building) => unknown;

/** What a builder of pages works with. */
export interface Building extends FrameParts {
  catalogue: Catalogue;
  /** What many pages take alike, by name. */
  shared: Map<string, Shared>;
  answers: Map<Question, unknown>;
}

export interface Shared {
  value: unknown;
  digest: string;
}
