import type { CatalogueShard, NameMarks } from '../format.ts';
import { fileOfName, markOfName } from '../names.ts';
import { loadJson } from './load-json.ts';

/**
 * Those of some shards that hold a document of a name. Loaded apart: most sites have no shards that are not read.
 * An index of an older version does not tell.
 *
 * @param base Address of the index, with a slash.
 */
export async function holdersOf(name: string, shards: readonly CatalogueShard[], base: string): Promise<CatalogueShard[]> {
  const mark = markOfName(name);
  const holds = await Promise.all(shards.map(async ({ hash, names }) => names && (await loadJson<NameMarks>(`${base}${hash}/names/${fileOfName(mark, names)}.json`)).includes(mark)));
  return shards.filter((_, index) => holds[index]);
}
