import type { SearchDocument } from '../../packages/content/src/index.ts';
import { compareForShards } from '../../packages/search/src/library/plan-shards.ts';

const HOT = 100;

/** The documents in the order in which our engine reads them: those edited since the index was built come first. */
export function readingOrder(documents: readonly SearchDocument[]): { hot: SearchDocument[]; all: SearchDocument[] } {
  const hot = documents.slice(-HOT).sort(compareForShards);
  return { hot, all: [...hot, ...documents.slice(0, -HOT).sort(compareForShards)] };
}
