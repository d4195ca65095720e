import type { SearchDocument } from '@mingchuang/content';

import { isHan, runs } from '../src/tokens.ts';

/** Whether a document holds every run of a query: inside one Han run, as a whole short number, or from the start of a word. */
export function holds(document: SearchDocument, query: string): boolean {
  const own = [document.title, ...document.aliases, document.text].flatMap(runs);
  return runs(query).every((run) => own.some((one) => containsRun(one, run)));
}

function containsRun(own: string, run: string): boolean {
  if (isHan(run)) return isHan(own) && own.includes(run);
  return /^\d{1,4}$/.test(run) ? own === run : own.startsWith(run);
}
