import { correct, type Correction } from './correct.ts';
import type { Library } from './library.ts';
import type { Rules } from './rules.ts';
import type { Shard } from './shard.ts';
import { openWords, type Words } from './vocabulary.ts';

/** Mends queries; its words are loaded with the first. */
export interface Mender {
  mend(typed: string, shards: readonly Shard[]): Promise<Correction | undefined>;
}

/** Starts mending. Loaded apart, since most visits need none of it. */
export function startMending(library: Library, rules: Rules): Mender {
  let words: Promise<Words> | undefined;
  return {
    async mend(typed, shards) {
      const loadWords = () => (words ??= library.vocabularies().then((vocabularies) => openWords(vocabularies, rules.terms)));
      const count = async (run: string) => (await Promise.all(shards.map((shard) => shard.find(run)))).reduce((sum, { size }) => sum + size, 0);
      return correct(typed, loadWords, count, rules.keeps);
    },
  };
}
