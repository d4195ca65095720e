import type { Locale, Snapshot } from '@mingchuang/content';

/**
 * What is published in one locale. A reference leads to the document in that locale or nowhere, so that an English page
 * never shows a Chinese title; types that are written in Chinese only are empty.
 */
export function localSnapshot(snapshot: Snapshot, locale: Locale): Snapshot {
  return {
    get epoch() {
      return snapshot.epoch;
    },
    get sequence() {
      return snapshot.sequence;
    },
    all: (type) => snapshot.all(type).filter((entry) => entry.locale === locale),
    find: (type, documentId) => snapshot.find(type, documentId, locale),
    addresses: () => snapshot.addresses(),
  };
}
