import type { SearchEvent } from '@mingchuang/content/searches';

/**
 * Tells the site how a search went, for its editors: the words and what came of them, nothing of who asked. Says nothing
 * for visitors who do not want to be counted (Global Privacy Control, Do Not Track).
 *
 * @param action Address the counter is at; the site does not count without it.
 */
export function reportSearch(action: string | undefined, query: string, event: SearchEvent): void {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (!action || !query || doNotTrack === '1' || globalPrivacyControl) return;
  navigator.sendBeacon(action, new URLSearchParams({ q: query, event }));
}
