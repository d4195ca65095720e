import type { AnyEntry } from '@mingchuang/content';

import type { Building, Question } from './building.ts';
import { answer } from './questions-to-site.ts';

/** What the page of an entry came to, and the answers it was made of. */
export interface KeptDigest {
  path: string;
  digest: string;
  isFound: boolean;
  asked: readonly Question[];
  answers: readonly unknown[];
}

/** Entries are immutable: what was made of one comes to the same as long as whatever was asked is answered alike. */
const kept = new WeakMap<AnyEntry, KeptDigest>();

/** What the page of an entry came to last time, while that still holds. */
export function keptDigest(building: Building, path: string, entry: AnyEntry): KeptDigest | undefined {
  const found = kept.get(entry);
  return found?.path === path && found.asked.every((each, at) => answer(building, each) === found.answers[at]) ? found : undefined;
}

export function keepDigest(building: Building, entry: AnyEntry, { asked, ...page }: Omit<KeptDigest, 'answers'>): void {
  kept.set(entry, { ...page, asked, answers: asked.map((each) => answer(building, each)) });
}
