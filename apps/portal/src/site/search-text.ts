import type { SearchDocument, SearchSection } from '@mingchuang/content';

import { plainText } from './document.ts';

type SearchText = Pick<SearchDocument, 'text' | 'sections'>;

/** A part of a page: its anchor and title, and what stands in it, a paragraph a line. Without an anchor it is only text. */
export interface TextPart {
  id?: string;
  title?: string;
  lines: readonly (string | undefined)[];
}

/** The text of a rich body, behind what stands above it. Its headings have the ids that `renderBody` gives them. */
export function searchTextOfBody(html: string, above?: string): SearchText {
  const text = [above, plainText(html)].filter(Boolean).join('\n');
  const sections: SearchSection[] = [];
  let at = above?.length ?? 0;
  for (const [index, [, inner = '']] of [...html.matchAll(/<h2\b[^>]*>([\s\S]*?)<\/h2>/g)].entries()) {
    const title = plainText(inner);
    const from = text.indexOf(title, at);
    if (!title || from < 0) continue;
    at = from + title.length;
    sections.push({ id: `c${index + 1}`, title, from });
  }
  return withSections(text, sections);
}

/** The text of a page made of parts. */
export function searchTextOfParts(parts: readonly TextPart[]): SearchText {
  const sections: SearchSection[] = [];
  let text = '';
  for (const { id, title = '', lines } of parts) {
    const own = lines.filter(Boolean).join('\n');
    if (!own) continue;
    if (text) text += '\n';
    if (id) sections.push({ id, title, from: text.length });
    text += own;
  }
  return withSections(text, sections);
}

/** A page with one section has no place to go to but itself. */
const withSections = (text: string, sections: SearchSection[]): SearchText => ({ text, ...(sections.length > 1 && { sections }) });
