import { makeRelative } from '../links/relative.ts';
import { westernise } from '../strings/english-punctuation.ts';
import { localeOf } from '../strings/locale.ts';

/** What is done once to a drawn page, so that no template has to think of it: its links, and the punctuation of English. */
export function finishHtml(html: string, path: string): string {
  const relative = makeRelative(html, path);
  return localeOf(path) === 'en' ? westernise(relative) : relative;
}
