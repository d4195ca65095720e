import { COMPONENT_OPTIONS } from '@mingchuang/content';

import type { StatutoryClass } from '../templates/props/disclosure.ts';
import type { Catalogue } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { joined } from './joined.ts';
import type { PageInputs } from './page.ts';
import { listedIn, oncePerPart } from './part-facts.ts';

/** Classes of art. 20 and 21 of 《政府信息公开条例》, by key, in the order of the law. */
export const CLASSES: Readonly<Record<string, string>> = COMPONENT_OPTIONS['disclosure.disclosure'].category;

/** What belongs to none of the named classes is 其他应当主动公开的信息: art. 20 (15). */
const OTHER = '20-15';

/** What a document says of itself for the catalogue. */
export const disclosureOf = (entry: DocumentEntry) => ('disclosure' in entry.data ? entry.data.disclosure : undefined);

/** The class a document is filed under. */
export const classOf = (entry: DocumentEntry): string => disclosureOf(entry)?.category ?? OTHER;

/** Address of a class below the catalogue. */
export const classPath = (columnPath: string, key: string) => `${columnPath}class-${key}/`;

/** Every document of the catalogue, oldest first. */
export const listed = ({ placed }: Catalogue): DocumentEntry[] => joined(placed.map(listedIn));

const classesIn = oncePerPart((part) => {
  const counts = new Map<string, number>();
  for (const entry of listedIn(part)) counts.set(classOf(entry), (counts.get(classOf(entry)) ?? 0) + 1);
  return counts;
});

function countClasses({ placed }: Catalogue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of placed) for (const [key, count] of classesIn(part)) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

/** Every class, and where asked how much there is in it; empty ones too: the law names them all. */
export function takeClasses(
  use: PageInputs,
  catalogue: Catalogue,
  columnPath: string,
  isCounted = true,
): StatutoryClass[] {
  const counts = countClasses(catalogue);
  return use.fact(
    'classes',
    Object.entries(CLASSES).map(([key, label]) => ({
      key,
      label,
      path: classPath(columnPath, key),
      isEmpty: !counts.has(key),
      count: isCounted ? (counts.get(key) ?? 0) : undefined,
    })),
  );
}
