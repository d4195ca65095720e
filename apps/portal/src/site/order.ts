import type { AnyEntry } from '@mingchuang/content';

/** Order of publication, oldest first; the identity settles ties so that the order never depends on the snapshot's. */
export function byPublication(a: AnyEntry, b: AnyEntry): number {
  const [x, y] = [a.data as Dated, b.data as Dated];
  return (
    compareText(x.publishedOn ?? '', y.publishedOn ?? '') ||
    compareText(x.firstPublishedAt ?? '', y.firstPublishedAt ?? '') ||
    compareText(a.documentId, b.documentId)
  );
}
type Dated = { publishedOn?: string; firstPublishedAt?: string };

/** Order by code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
