/** A source that cannot be read; the message says which and what to do. */
export class SourceError extends Error {
  override name = 'SourceError';
}
