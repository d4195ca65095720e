/** The search index could not be read or written. The index that is being served is unchanged. */
export class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}
