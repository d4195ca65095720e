import type { Word } from '../word.ts';
import { REGIONS } from './regions.ts';
import { TERMS } from './terms.ts';
import { TYPOS } from './typos.ts';

const typos: Word[] = TYPOS.trim()
  .split(/\s+/)
  .map((line) => {
    const [pair, ...except] = line.split('!');
    const [wrong, right] = pair!.split('>') as [string, string];
    return { wrong, right: [right], kind: 'typo', level: 'hint', ...(except.length > 0 ? { except } : {}) };
  });

/** The dictionary every installation begins with; its own entries are laid over it. */
export const START_LIST: readonly Word[] = [...typos, ...REGIONS, ...TERMS];
