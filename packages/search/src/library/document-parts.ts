import type { SearchDocument } from '@mingchuang/content';

import type { ResultText } from '../format.ts';
import { END, tokens } from '../tokens.ts';
import type { RowPlaces } from './rank-table.ts';
import { sectionsOf, type Segment } from './segments.ts';

/** The tokens of a document, one for each place: title first, then the aliases, then the body: a place below the body's start is a match of a name. */
export function tokensOf({ title, aliases, text }: SearchDocument): { tokens: string[]; places: RowPlaces } {
  const names = [title, ...aliases].map(tokens);
  const all = [...names.flatMap((name) => [...name, END]), ...tokens(text)];
  const [first = 0, ...others] = names.map(({ length }) => length);
  return { tokens: all, places: { title: first, aliases: others, all: all.length } };
}

/** What a result shows of a part of a document. */
export function resultText({ title, url, summary, sections = [], card }: SearchDocument, part: Segment): ResultText {
  const own = sectionsOf(part, sections);
  return { title, url, ...(summary ? { summary } : {}), body: part.body, ...(own.length > 1 && { sections: own }), ...(card && { card }) };
}
