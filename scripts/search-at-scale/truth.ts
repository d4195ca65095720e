import type { SearchDocument } from '../../packages/content/src/index.ts';
import { END, runs } from '../../packages/search/src/tokens.ts';
import { readingOrder } from './reading-order.ts';

/** Which documents hold a piece of Han characters, found by reading them all. */
export interface Truth {
  /** @param searched Only among so many, in the order our engine reads them. */
  holding(piece: string, searched: number): Set<string>;
  /** Whether one of so many has a title with all of this in it. */
  hasTitle(part: string, searched: number): boolean;
}

/** Prepares to read. */
export function openTruth(documents: readonly SearchDocument[]): Truth {
  const { all } = readingOrder(documents);
  const titles = all.map(({ title }) => runs(title).join(''));
  const texts = all.map(({ url, title, aliases, text }) => ({ url, text: [title, ...aliases, text].flatMap(runs).join(END) }));
  return {
    holding: (piece, searched) => new Set(texts.slice(0, searched).flatMap(({ url, text }) => (text.includes(piece) ? [url] : []))),
    hasTitle(part, searched) {
      const piece = runs(part).join('');
      return titles.slice(0, searched).some((title) => title.includes(piece));
    },
  };
}
