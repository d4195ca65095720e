import * as cheerio from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

import { inlineHtml, isMarked } from './inline';
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
  | { kind: 'table' | 'list' | 'quote'; html: string; text: string };

/** What reading a body found that a person may want to look at. */
export interface BodyRemarks {
  droppedPictures: number;
  tables: number;
}

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
export function readBlocks(html: string): { blocks: Block[]; remarks: BodyRemarks } {
  const $ = cheerio.load(html, null, false);
  const blocks: Block[] = [];
  const remarks: BodyRemarks = { droppedPictures: $('img').length, tables: 0 };

  const addLine = (nodes: AnyNode[], owner: Element | undefined) => {
    for (const part of splitAtBreaks(nodes)) {
      const text = normalSpace($(part).text());
      if (!text) continue;
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
    if (element.name === 'table' && !isLayoutTable($, element)) {
      remarks.tables += 1;
      blocks.push({ kind: 'table', html: cleanTable($, element), text: normalSpace($(element).text()) });
    } else if (element.name === 'ul' || element.name === 'ol') {
      const items = $(element)
        .children('li')
        .toArray()
        .map((item) => `<li>${inlineHtml(item.children)}</li>`);
      blocks.push({ kind: 'list', html: `<${element.name}>${items.join('')}</${element.name}>`, text: normalSpace($(element).text()) });
    } else walk(element.children, element);
  };

  walk($.root().contents().toArray(), undefined);
  return { blocks, remarks };
}

/** A tag that starts a line of its own, or an inline tag that wrongly holds one (font around paragraphs). */
function isBlock(element: Element): boolean {
  return BLOCK_TAGS.has(element.name) || element.children.some((child) => isElement(child) && isBlock(child));
}

/** Parts inline nodes at `<br>`, also when the break sits inside a span. */
function splitAtBreaks(nodes: AnyNode[]): AnyNode[][] {
  const parts: AnyNode[][] = [[]];
  for (const node of nodes) {
    if (isElement(node) && node.name === 'br') parts.push([]);
    else if (isElement(node) && hasBreak(node)) {
      const pieces = splitAtBreaks(node.children).map((children) => copyWith(node, children));
      parts.at(-1)!.push(pieces[0]!);
      for (const piece of pieces.slice(1)) parts.push([piece]);
    } else parts.at(-1)!.push(node);
  }
  return parts;
}

const hasBreak = (element: Element): boolean =>
  element.children.some((child) => isElement(child) && (child.name === 'br' || hasBreak(child)));

function copyWith(element: Element, children: AnyNode[]): Element {
  const copy = Object.create(Object.getPrototypeOf(element)) as Element;
  return Object.assign(copy, element, { children });
}
