import type { Catalogue } from './catalogue.ts';
import type { FrameParts } from './frame.ts';

/** What a page wants to know of the rest of the site. It knows names, never a building: it is kept. */
export interface Question {
  (building: Building): unknown;
  /** What many ask in different words: while it is answered alike, so are they all. */
  within?: Question;
}

/** Where pages stand: the building that made them, and later the last one that showed them again. */
export interface Home {
  building: Building;
}

/** What a builder of pages works with. */
export interface Building extends FrameParts {
  catalogue: Catalogue;
  /** What many pages take alike, by name. */
  shared: Map<string, Shared>;
  answers: Map<Question, unknown>;
  /** Of the pages that are being made. */
  home: Home;
}

export interface Shared {
  value: unknown;
  digest: string;
}
