import type { AnyEntry } from '@mingchuang/content';

import { isGovernmentAddress } from '../links/outside.ts';

/** What an entry points at, found once per entry. */
export interface Scan {
  /** `type/documentId` of the documents its bodies link to. */
  entryLinks: readonly string[];
  /** Addresses outside government that a visitor can reach from it. */
  outside: readonly string[];
}

const kept = new WeakMap<AnyEntry, Scan>();
const NONE: Scan = { entryLinks: [], outside: [] };
const HREF = /href="(entry:|https?:\/\/)([^"]*)"/g;

/** Lists the documents and outside addresses an entry links to, in any text of it. */
export function scanEntry(entry: AnyEntry): Scan {
  let scan = kept.get(entry);
  if (!scan) kept.set(entry, (scan = scanData(entry.data)));
  return scan;
}

function scanData(data: object): Scan {
  const entryLinks = new Set<string>();
  const outside = new Set<string>();
  const addOutside = (url: string) => {
    if (!isGovernmentAddress(url)) outside.add(url);
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/^https?:\/\/\S+$/.test(value)) addOutside(value);
      else if (value.includes('href="'))
        for (const [, scheme, rest = ''] of value.matchAll(HREF)) {
          if (scheme === 'entry:') entryLinks.add(rest);
          else addOutside(unescapeAttribute(scheme + rest));
        }
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(data);
  return entryLinks.size + outside.size === 0 ? NONE : { entryLinks: [...entryLinks], outside: [...outside] };
}

/** The documents of one type a rich text links to, in their order and once each. */
export function entriesIn(html: string, type: string): { documentId: string }[] {
  const ids = new Set<string>();
  for (const [, scheme, rest = ''] of html.matchAll(HREF))
    if (scheme === 'entry:' && rest.startsWith(`${type}/`)) ids.add(rest.slice(type.length + 1));
  return [...ids].map((documentId) => ({ documentId }));
}

const unescapeAttribute = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
