import { digestOf } from './cards.ts';
import type { DocumentEntry } from './document-types.ts';
import type { Placed } from './placing.ts';

/** Works something out of each part of a site's documents once: parts without a change are the same objects as last time. */
export function oncePerPart<V extends {}>(work: (part: Placed) => V): (part: Placed) => V {
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

const byAudience = oncePerPart(({ documents }) => {
  const found = new Map<string, DocumentEntry[]>();
  for (const entry of documents)
    for (const audience of 'audiences' in entry.data ? entry.data.audiences : []) {
      const list = found.get(audience);
      if (list) list.push(entry);
      else found.set(audience, [entry]);
    }
  return found;
});

/** Documents of any type that are written for an audience, oldest first. */
export const writtenFor = (part: Placed, audience: string | undefined): readonly DocumentEntry[] => (audience !== undefined && byAudience(part).get(audience)) || [];

/** Stands for which documents there are and at which addresses, whatever they say. */
export const addressesOf = oncePerPart(({ all }) => digestOf(all.map(({ type, documentId, data }) => `${type}/${documentId}=${data.path}`).join('\n')));
