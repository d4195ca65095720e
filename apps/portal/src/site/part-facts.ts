import { digestOf } from './cards.ts';
import type { DocumentEntry, DocumentType } from './document-types.ts';
import { addTo, type Placed } from './placing.ts';

/** Works something out of each part of a site's documents once: parts without a change are the same objects as last time. */
export function oncePerPart<V extends NonNullable<unknown>>(work: (part: Placed) => V): (part: Placed) => V {
  const kept = new WeakMap<Placed, V>();
  return (part) => {
    let known = kept.get(part);
    if (known === undefined) kept.set(part, (known = work(part)));
    return known;
  };
}

/** Documents of any type that are made public by law and carry what the statutory catalogue needs, oldest first. */
export const listedIn = oncePerPart(({ documents }) => documents.filter(isListed));

function isListed({ data }: DocumentEntry): boolean {
  const disclosure = 'disclosure' in data ? data.disclosure : undefined;
  return disclosure !== undefined && (disclosure.openness ?? 'proactive') === 'proactive';
}

/** Documents of any type by the audiences they are written for. */
export const byAudience = oncePerPart(({ documents }) => {
  const found = new Map<string, DocumentEntry[]>();
  for (const entry of documents) for (const audience of 'audiences' in entry.data ? entry.data.audiences : []) addTo(found, audience, entry);
  return found;
});

/** Documents of any type that are written for an audience, oldest first. */
export const writtenFor = (part: Placed, audience: string | undefined): readonly DocumentEntry[] => (audience !== undefined && byAudience(part).get(audience)) || NONE;
const NONE: readonly DocumentEntry[] = [];

/** Stands for which documents there are and at which addresses, whatever they say. */
export const addressesOf = oncePerPart(({ all }) => digestOf(all.map(({ type, documentId, data }) => `${type}/${documentId}=${data.path}`).join('\n')));

const typesByColumn = oncePerPart(({ byColumn }) => {
  const found = new Map<string, DocumentEntry[]>();
  for (const [column, entries] of byColumn) for (const entry of entries) addTo(found, `${column} ${entry.type}`, entry);
  return found;
});

/** Documents of one type that stand in a column, oldest first. */
export const ofTypeIn = (part: Placed, column: string, type: DocumentType): readonly DocumentEntry[] => typesByColumn(part).get(`${column} ${type}`) ?? NONE;

/** Titles by address. */
export const titlesIn = oncePerPart(({ documents }) => new Map(documents.map(({ data }) => [data.path, data.title])));
