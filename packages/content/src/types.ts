import type { EntryEnvelope } from './entry.ts';
import type { ContentData } from './generated/index.ts';
import type { CaseFigures, Letter } from './letter.ts';
import type { OpinionFigures, SurveyResults } from './taking-part.ts';

/** Data of every type of entry: the content types of the CMS and what its plugins publish. */
export interface EntryData extends ContentData {
  letter: Letter;
  'case-figures': CaseFigures;
  'opinion-figures': OpinionFigures;
  'survey-results': SurveyResults;
}
export type TypeName = keyof EntryData;

/** A published document in one locale. */
export interface EntryOf<T extends TypeName> extends EntryEnvelope {
  type: T;
  data: EntryData[T];
}
export type AnyEntry = { [T in TypeName]: EntryOf<T> }[TypeName];
