import type { SearchWords } from '@mingchuang/content';

import general from './general-words.json' with { type: 'json' };

/**
 * What people say and what documents say, for any city: `=` between words that mean the same, `>` from what is typed to
 * what is also looked for. Editors add those of their city as rules.
 */
export function readGeneralWords(words: Record<string, readonly string[]> = general): Pick<SearchWords, 'same' | 'also'> {
  const lines = Object.values(words).flat();
  return {
    same: lines.filter((line) => line.includes(' = ')).map((line) => line.split(' = ')),
    also: lines
      .filter((line) => line.includes(' > '))
      .map((line) => {
        const [typed = '', found = ''] = line.split(' > ');
        return { typed: [typed], found: found.split(' / ') };
      }),
  };
}
