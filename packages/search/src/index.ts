/** The index side, for Node. The browser's side is imported by file: `@mingchuang/search/page/search-page`. */
export {
  openSearchIndex,
  type SearchIndex,
  type SearchIndexFile, type SearchIndexFolder,
  type SearchIndexOptions,
  type UpdateResult,
} from './library/open-search-index.ts';
export { SearchIndexError } from './library/errors.ts';
export { createPagefindWriter } from './library/pagefind-writer.ts';
export { createDirectWriter } from './library/direct-writer.ts';
export type { SearchWriter } from './library/writer.ts';
