/** Values of a row by the names the source gives them. Names that begin with `_` come from the importer. */
export type Row = Record<string, unknown>;

/** One document of a source, before anything is understood of it. */
export interface SourceRow {
  file: string;
  /** Where it stands, in words for people: “第 12 行”, or the path of a page in its folder. */
  place: string;
  /** The part of the source read so far, from 0 to 1. */
  progress: number;
  value: Row;
  /** Why it could not be read. */
  unreadable?: string;
  /** Why it is no document: a list page, for example. */
  skipped?: string;
}
