import type { SearchDocument } from '@mingchuang/content';

import { dateOf, dayOf, fieldsOf, lengthCode, lengthOf } from '../format.ts';
import type { RowPlaces } from '../library/rank-table.ts';
import type { IndexPlace } from '../engine/protocol.ts';
import type { Row } from '../engine/shard.ts';

/** What ranking needs to know of a document: what the rank table of a shard has of it. */
export interface Facts {
  day: number;
  length: number;
  title: number;
  aliases: number[];
  kind: string;
  agency: string;
  audience: string;
  validity: string;
  language: string;
}

export const factsOf = ({ kind, date, agency = '', validity = '', language = '', audiences = [] }: SearchDocument, { title, aliases, all }: RowPlaces): Facts => ({
  day: dayOf(date),
  // As coarse as in files, so that both rank alike.
  length: lengthCode(all),
  title,
  aliases,
  kind,
  agency,
  audience: [...audiences].sort().join(),
  validity,
  language,
});

export const rowOf = (place: IndexPlace, id: number, { length, title, aliases, ...facts }: Facts): Row => ({
  ...facts,
  place,
  shard: '',
  row: id,
  site: place.site?.host ?? '',
  places: lengthOf(length),
  ...fieldsOf(title, aliases),
  year: dateOf(facts.day).slice(0, 4),
});
