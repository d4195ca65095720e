import * as cheerio from 'cheerio';
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

import { inlineHtml, isMarked, isPicture } from './inline';
import { cleanTable, isLayoutTable } from './table';

/** One line of running text of the source, or something that stands as it is. */
export type Block =
  | {
      kind: 'line';
      /** Inline HTML of the vocabulary. */
      html: string;
      text: string;
      align: 'left' | 'centre' | 'right';
      /** The whole line is set in bold or in a heading face (黑体, 楷体). */
      marked: boolean;
      /** Level the source itself gives: 1 for h1. */
      heading?: number;
    }
  | { kind: 'table' | 'list' | 'figure'; html: string; text: string };

/** What reading a body found that a person may want to look at. */
export interface BodyRemarks {
  tables: number;
  /** Tables that only held a page together; they were opened. */
  layoutTables: number;
}

/** Replaces what a page refers to before it is read. */
export type Rewrite = ($: CheerioAPI) => void;

const BLOCK_TAGS = new Set(['p', 'div', 'section', 'article', 'center', 'td', 'th', 'tr', 'tbody', 'table', 'thead', 'ul', 'ol', 'li', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'dl', 'dt', 'dd', 'hr', 'main', 'header']);
const SILENT_TAGS = new Set(['script', 'style', 'noscript', 'iframe', 'object', 'form', 'button', 'input', 'select', 'svg', 'template', 'meta', 'link', 'title']);

const isElement = (node: AnyNode): node is Element => node.type === 'tag' || node.type === 'script' || node.type === 'style';
const normalSpace = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

const parentOf = (element: Element | undefined) =>
  element?.parent && isElement(element.parent) ? element.parent : undefined;

function alignOf(element: Element | undefined): 'left' | 'centre' | 'right' | undefined {
  if (!element) return undefined;
  const style = element.attribs.style ?? '';
  const value = /text-align:\s*(center|right|left|justify)/i.exec(style)?.[1] ?? element.attribs.align;
  if (element.name === 'center' || value?.toLowerCase() === 'center') return 'centre';
  return value?.toLowerCase() === 'right' ? 'right' : undefined;
}

/**
 * Reads the HTML of another system into lines, tables and lists. Boxes made for layout are opened, breaks inside a
 * paragraph part it, and everything that only dresses the text falls away.
 */
export function readBlocks(html: string, rewrite?: Rewrite): { blocks: Block[]; remarks: BodyRemarks } {
  const $ = cheerio.load(html, null, false);
  if (rewrite && /<(img|a)\b/i.test(html)) rewrite($);
  const blocks: Block[] = [];
  const remarks: BodyRemarks = { tables: 0, layoutTables: 0 };

  const addLine = (nodes: AnyNode[], owner: Element | undefined) => {
    for (const part of splitAtBreaks(nodes)) {
      const text = normalSpace($(part).text());
      if (!text) {
        const html = inlineHtml(part);
        if (html.includes('<img')) blocks.push({ kind: 'figure', html: `<figure>${html}</figure>`, text: '' });
        continue;
      }
      const heading = /^h([1-6])$/.exec(owner?.name ?? '')?.[1];
      blocks.push({
        kind: 'line',
        html: inlineHtml(part),
        text,
        align: alignOf(owner) ?? alignOf(parentOf(owner)) ?? 'left',
        marked: isMarked(part, owner),
        ...(heading ? { heading: Number(heading) } : {}),
      });
    }
  };

  const walk = (children: AnyNode[], owner: Element | undefined) => {
    let inline: AnyNode[] = [];
    const flush = () => {
      if (inline.length) addLine(inline, owner);
      inline = [];
    };
    for (const node of children) {
      if (node.type === 'comment' || (isElement(node) && SILENT_TAGS.has(node.name))) continue;
      if (!isElement(node) || !isBlock(node)) {
        inline.push(node);
        continue;
      }
      flush();
      addBlock(node);
    }
    flush();
  };

  const addBlock = (element: Element) => {
    const isLayout = element.name === 'table' && isLayoutTable($, element);
    // A single cell around everything is how old editors saved a body, and nothing to look at.
    if (isLayout && $(element).find('td').length > 1) remarks.layoutTables += 1;
    if (element.name === 'table' && !isLayout) {
      remarks.tables += 1;
      blocks.push({ kind: 'table', html: cleanTable($, element), text: normalSpace($(element).text()) });
    } else if (element.name === 'ul' || element.name === 'ol') {
      blocks.push({ kind: 'list', html: listHtml(element), text: normalSpace($(element).text()) });
    } else if (element.name === 'figure' && $(element).find('img').length) {
      const caption = inlineHtml($(element).find('figcaption').first().contents().toArray());
      const picture = inlineHtml($(element).find('img').toArray());
      blocks.push({ kind: 'figure', html: `<figure>${picture}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`, text: '' });
    } else walk(element.children, element);
  };

  walk($.root().contents().toArray(), undefined);
  return { blocks, remarks };
}

/** A tag that starts a line of its own, or an inline tag that wrongly holds one (font around paragraphs). */
function isBlock(element: Element): boolean {
  return BLOCK_TAGS.has(element.name) || element.children.some((child) => isElement(child) && isBlock(child));
}

/** A list, with the lists inside its items. */
function listHtml(list: Element): string {
  const items = list.children.filter((child): child is Element => isElement(child) && child.name === 'li').map((item) => {
    const isList = (child: AnyNode): child is Element => isElement(child) && (child.name === 'ul' || child.name === 'ol');
    const own = inlineHtml(item.children.filter((child) => !isList(child)));
    return `<li>${own}${item.children.filter(isList).map(listHtml).join('')}</li>`;
  });
  return `<${list.name}>${items.join('')}</${list.name}>`;
}

/** Parts inline nodes at `<br>`, also when the break sits inside a span, and around pictures, which stand alone. */
function splitAtBreaks(nodes: AnyNode[]): AnyNode[][] {
  const parts: AnyNode[][] = [[]];
  for (const node of nodes) {
    if (isElement(node) && node.name === 'br') parts.push([]);
    else if (isPicture(node)) parts.push([node], []);
    else if (isElement(node) && hasBreak(node)) {
      const pieces = splitAtBreaks(node.children).map((children) => copyWith(node, children));
      parts.at(-1)!.push(pieces[0]!);
      for (const piece of pieces.slice(1)) parts.push([piece]);
    } else parts.at(-1)!.push(node);
  }
  return parts;
}

const hasBreak = (element: Element): boolean =>
  element.children.some((child) => isElement(child) && (child.name === 'br' || isPicture(child) || hasBreak(child)));

function copyWith(element: Element, children: AnyNode[]): Element {
  const copy = Object.create(Object.getPrototypeOf(element)) as Element;
  return Object.assign(copy, element, { children });
}
