import { filesOf, type AnyEntry, type EntryOf, type FileRef } from '@mingchuang/content';

import { renderBody, type Body } from '../body/render-body.ts';
import type { DocumentEntry } from './document-types.ts';
import type { PageInputs } from './page.ts';

/** What every page of a document shows beside the document: its column and the agency that answers for it. */
export function takeSurroundings(use: PageInputs, { data }: DocumentEntry) {
  return { column: use.columnAt(data.column.documentId), agency: use.agency(data.agency) };
}

/** Renders a rich text of an entry that was handed out whole. @param prefix Of the ids of its headings. */
export function renderRichText(use: PageInputs, entry: unknown, html: string, prefix?: string): Body {
  const { data } = entry as { data: { body?: string; cover?: FileRef } };
  const firstAtOnce = html === data.body && !data.cover?.hash;
  return renderBody(html, filesOf(entry as AnyEntry), use.links, { firstAtOnce, ...(prefix && { prefix }) });
}

/** As `renderRichText`, for fields that may be empty. */
export function renderIfFilled(use: PageInputs, entry: unknown, html: string | undefined, prefix?: string): Body | undefined {
  return html ? renderRichText(use, entry, html, prefix) : undefined;
}

/** The words of clean HTML, one paragraph a line, for the search index. */
export function plainText(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<(?:\/(?:p|h[2-4]|li|tr|caption|figcaption|blockquote)|br)\b[^>]*>/g, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Optional fields of a search document, left out when empty. */
export function searchFacts(facts: {
  date?: string | undefined;
  agency?: string | undefined;
  validity?: string | undefined;
  summary?: string | undefined;
}) {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as {
    date?: string;
    agency?: string;
    validity?: string;
    summary?: string;
  };
}

export type { EntryOf, FileRef };
