import type { SearchDocument } from '../../../packages/content/src/index.ts';
import { createPagefindWriter } from '../../../packages/search/src/index.ts';
import { buildBy } from './mingchuang.ts';

/** The same index, its postings written by Pagefind's own Node API. */
export const build = (documents: readonly SearchDocument[], folder: string) => buildBy(createPagefindWriter(), documents, folder);
