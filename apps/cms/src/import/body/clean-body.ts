import { marked } from 'marked';

import { sanitiseRichText } from '../../rich-text/sanitise';
import { readBlocks, type BodyRemarks, type Rewrite } from './blocks';
import { buildStructure } from './structure';

export type BodyFormat = 'html' | 'markdown' | 'text';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function toHtml(source: string, format: BodyFormat): string {
  // A no-break space that lost its head on the way: browsers show it as letters.
  if (format === 'html') return source.replace(/&(?:b?sp|nbs|nbp);/g, ' ');
  if (format === 'markdown') return marked.parse(source, { async: false, gfm: true, breaks: false });
  return source
    .split(/\n+/)
    .map((line) => `<p>${escape(line)}</p>`)
    .join('');
}

/**
 * Makes the clean, semantic body of a document that comes from another system.
 *
 * @param known Title first, then other header facts the page shows itself, such as the document number.
 * @param rewrite Replaces pictures and links before the body is read; pictures it leaves alone are dropped.
 * @returns HTML of the one vocabulary, and what a person may want to look at.
 */
export function cleanBody(source: string, format: BodyFormat, known: readonly string[] = [], rewrite?: Rewrite): { html: string; remarks: BodyRemarks } {
  const { blocks, remarks } = readBlocks(toHtml(source, format), rewrite);
  return { html: sanitiseRichText(buildStructure(blocks, known)), remarks };
}
