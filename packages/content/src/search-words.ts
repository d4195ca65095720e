/** A rule that puts a document first, or last, for certain queries. */
export interface SearchBet {
  /** As visitors type them; compared without case, spaces and punctuation. */
  queries: string[];
  /** Path from the root, or an https address. */
  url: string;
  /** What the document is called: it is found by that in the index, and shown by it when it is not in there. */
  title: string;
  /** Last day, YYYY-MM-DD. */
  until?: string;
}

/** `/search/words.json`: what editors rule about searching. The engine reads it with each start, so nothing is indexed anew. */
export interface SearchWords {
  /** Groups of words that mean the same: who types one finds all. */
  same: string[][];
  /** One way: who types one of `typed` also finds what holds one of `found`, and not the other way round. */
  also: { typed: string[]; found: string[] }[];
  /** Shown first. */
  best: SearchBet[];
  /** Shown last. */
  worst: SearchBet[];
  /** Words that are right as they are typed, however rare. */
  keep: string[];
  /** What is offered before anything is typed, in this order. */
  hot: string[];
}
