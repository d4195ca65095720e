import type { PageFacts } from './read-page.ts';

/** An error keeps the page from going live; a warning is reported and the page goes live. */
export type Level = 'error' | 'warning';

/** What a page needs to be inspected. */
export interface InspectedPage {
  /** Address from the root. */
  path: string;
  html: string;
  /** Every address of the release the page is part of. */
  routes: { has(path: string): boolean };
}

/** One rule of the official indicators, or one promise of this platform that visitors depend on. */
export interface Indicator {
  id: string;
  /** Chinese, for editors and operators. */
  title: string;
  /** The clause it comes from. */
  source: string;
  level: Level;
  /** Says what is wrong, one sentence for each place; nothing when the page is in order. */
  inspect(facts: PageFacts, page: InspectedPage): string[];
}

/** A place where a page does not meet an indicator. */
export interface Finding {
  indicator: string;
  title: string;
  source: string;
  level: Level;
  path: string;
  /** Chinese: what is wrong and where. */
  message: string;
}
