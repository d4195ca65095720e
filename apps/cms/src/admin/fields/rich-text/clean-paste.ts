import { cleanLists } from './clean-lists.ts';
import { cleanTable } from './clean-table.ts';

const NUMBER = '[一二三四五六七八九十百]+';
/** A line that is a heading by its numbering: 一、… or 第×章 …, and （一）… or 第×节 …; a sentence ends in a stop. */
const SECTION = new RegExp(`^(${NUMBER}、|第${NUMBER}章).{1,40}[^。；，：]$`);
const SUBSECTION = new RegExp(`^(（${NUMBER}）|\\(${NUMBER}\\)|第${NUMBER}节).{1,40}[^。；，：]$`);

const PICTURE = 'img:not([src^="media:"]), v\\:imagedata';
const DROPPED = 'style, script, meta, link, title, xml, o\\:p, object, iframe, form, input, button, svg, img:not([src^="media:"])';

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

function alignmentOf(element: HTMLElement): string {
  return element.style?.textAlign || element.getAttribute('align') || '';
}

/** Gives a pasted line its place in the document: heading by its numbering, 落款 at the right, 居中 in the middle. */
function classify(line: HTMLElement): void {
  const text = (line.textContent ?? '').replace(/[\s\u00a0\u3000]+/g, ' ').trim();
  const alignment = alignmentOf(line);
  if (SECTION.test(text)) rename(line, 'h2').textContent = text;
  else if (SUBSECTION.test(text)) rename(line, 'h3').textContent = text;
  else if (alignment === 'center') rename(line, 'p').className = 'centre';
  else if (alignment === 'right') rename(line, 'p').className = 'signature';
  else if (line.tagName === 'DIV') rename(line, 'p');
}

const isInline = (node: Node) => !/^(P|DIV|H[1-6]|UL|OL|LI|TABLE|THEAD|TBODY|TR|TD|TH|BLOCKQUOTE|FIGURE|SECTION|ARTICLE)$/.test(node.nodeName);

/** How many pictures a pasted page has that cannot come along: they are on the writer's disk or on another site. */
export function countLostPictures(html: string): number {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.querySelectorAll(PICTURE).length;
}

/**
 * Brings what is pasted from Word, WPS or a page to the editor's vocabulary: structure stays, looks go. Strong text by
 * style becomes strong; lines indented by spaces lose them; empty lines go.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ''), 'text/html');
  cleanLists(page);
  page.querySelectorAll<HTMLTableElement>('table').forEach((table) => !table.parentElement?.closest('table') && cleanTable(table));
  page.querySelectorAll(DROPPED).forEach((element) => element.remove());
  for (const span of page.querySelectorAll<HTMLElement>('span, font, b')) {
    const weight = span.style.fontWeight;
    if (span.tagName === 'B' && weight === 'normal') span.replaceWith(...span.childNodes);
    else if (span.tagName !== 'B' && (weight === 'bold' || Number(weight) >= 600)) rename(span, 'strong');
  }
  page.querySelectorAll('h1').forEach((heading) => rename(heading, 'h2'));
  for (const line of page.querySelectorAll<HTMLElement>('p, div')) {
    if (line.closest('table, li') || !line.isConnected) continue;
    if (![...line.childNodes].every(isInline)) continue;
    if ((line.textContent ?? '').trim() === '' && !line.querySelector('img')) line.remove();
    else classify(line);
  }
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!text.previousSibling) text.nodeValue = (text.nodeValue ?? '').replace(/^[\s\u00a0\u3000]+/, '');
  }
  return page.body.innerHTML;
}
