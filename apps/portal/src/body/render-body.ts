import type { FileRef } from '@mingchuang/content';
import render from 'dom-serializer';
import { Element, type ChildNode, type ParentNode } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

import { fileAddress } from '../links/file-address.ts';
import { linkAttributes } from '../links/outside.ts';
import { pictureSources } from '../links/picture-sources.ts';
import type { EntryLinks } from '../site/inputs.ts';
import { languageOf } from '../strings/locale.ts';
import { shapeTable } from './table.ts';

/** A heading of the first level, for the list of contents. */
export interface TocLine {
  id: string;
  text: string;
}

/** A body as a page shows it. */
export interface Body {
  html: string;
  toc: TocLine[];
}

interface Context {
  files: ReadonlyMap<string, FileRef>;
  links: EntryLinks;
  toc: TocLine[];
  /** Headings counted so far: h2, h3, h4. */
  counts: [number, number, number];
  /** Whether the next picture is the first of its page, which is loaded at once. */
  atOnce: boolean;
  /** What ids of headings begin with: another for each body on a page. */
  prefix: string;
}

export interface BodyOptions {
  /** Whether the first picture in it is the first of the page. */
  firstAtOnce?: boolean;
  /** What ids of headings begin with: another for each body on a page. */
  prefix?: string;
}

/**
 * Turns stored clean HTML into what a page shows: headings get ids, tables labels for narrow screens, and the `media:`
 * and `entry:` addresses become real ones. What can no longer be resolved is left out: a picture disappears, a link
 * keeps its words.
 */
export function renderBody(
  html: string,
  files: readonly FileRef[],
  links: EntryLinks,
  { firstAtOnce = false, prefix = 'c' }: BodyOptions = {},
): Body {
  const document = parseDocument(html);
  const context: Context = {
    files: new Map(files.map((file) => [file.id, file])),
    links,
    toc: [],
    counts: [0, 0, 0],
    atOnce: firstAtOnce,
    prefix,
  };
  for (const child of [...document.children]) visit(child, context);
  return { html: render(document, { encodeEntities: 'utf8', selfClosingTags: false }), toc: context.toc };
}

/** Elements of clean HTML and the attributes each may have. The CMS stores no others; nothing else gets out here. */
const VOCABULARY = new Map(
  Object.entries({
    ...Object.fromEntries(
      'h2 h3 h4 ul ol li blockquote strong em sub sup br hr figure figcaption table caption thead tbody tr'
        .split(' ')
        .map((name) => [name, [] as string[]]),
    ),
    p: ['class'],
    a: ['href'],
    img: ['src', 'alt'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  }),
);

/** Stored classes of a paragraph and what the style sheet calls them. */
const CLASSES: Record<string, string> = { addressee: 'to', signature: 'sig', centre: 'mid', note: 'remark' };

function visit(node: ChildNode, context: Context): void {
  if (!(node instanceof Element)) return;
  const attributes = VOCABULARY.get(node.name);
  if (node.name === 'script' || node.name === 'style') return remove(node);
  for (const child of [...node.children]) visit(child, context);
  if (!attributes) return unwrap(node);
  for (const name of Object.keys(node.attribs)) if (!attributes.includes(name)) delete node.attribs[name];
  if (/^h[234]$/.test(node.name)) nameHeading(node, context);
  else if (node.name === 'a') resolveLink(node, context);
  else if (node.name === 'img') resolvePicture(node, context);
  else if (node.name === 'table') shapeTable(node);
  else if (node.name === 'p') nameParagraph(node);
}

function nameParagraph(paragraph: Element): void {
  const name = CLASSES[paragraph.attribs.class ?? ''];
  paragraph.attribs = name ? { class: name } : {};
}

/** Ids come from the place of a heading, so that the same text twice is no trouble: c2, c2-1, c2-1-3. */
function nameHeading(heading: Element, { toc, counts, prefix }: Context): void {
  const level = Number(heading.name[1]) - 2;
  counts[level]!++;
  counts.fill(0, level + 1);
  heading.attribs.id = `${prefix}${counts.slice(0, level + 1).join('-')}`;
  if (level === 0) toc.push({ id: heading.attribs.id, text: textContent(heading).trim() });
}

/** Addresses a link may have: of this site, of the web, to write or to call. */
const ADDRESS = /^(?:\/(?!\/)|#|https?:\/\/|mailto:|tel:)/;

function resolveLink(link: Element, { links }: Context): void {
  const href = link.attribs.href ?? '';
  // A document of ours, here or on another of our sites, is nothing to be warned of.
  const own = href.startsWith('entry:') ? links.get(href.slice('entry:'.length)) : undefined;
  const target = href.startsWith('entry:') ? own : href;
  if (target && ADDRESS.test(target)) Object.assign(link.attribs, own === undefined ? linkAttributes(target) : { href: own });
  else unwrap(link);
}

function resolvePicture(picture: Element, context: Context): void {
  const file = context.files.get((picture.attribs.src ?? '').slice('media:'.length));
  if (!file?.hash) return remove(picture);
  const alt = picture.attribs.alt || file.alt || '';
  const lang = languageOf(alt);
  picture.attribs = {
    src: fileAddress(file),
    alt,
    ...(lang && { lang }),
    ...(file.width && file.height ? { width: String(file.width), height: String(file.height) } : {}),
    ...(context.atOnce ? { fetchpriority: 'high' } : { loading: 'lazy', decoding: 'async' }),
  };
  context.atOnce = false;
  const sources = pictureSources(file).map((source) => new Element('source', { ...source }));
  if (sources.length > 0) replaceIn(picture.parent!, picture, [wrap([...sources, picture])]);
}

function wrap(children: Element[]): Element {
  const element = new Element('picture', {}, children);
  for (const child of children) child.parent = element;
  return element;
}

function unwrap(element: Element): void {
  replaceIn(element.parent!, element, element.children);
}

function remove(element: Element): void {
  replaceIn(element.parent!, element, []);
}

function replaceIn(parent: ParentNode, element: ChildNode, nodes: readonly ChildNode[]): void {
  for (const node of nodes) node.parent = parent;
  parent.children.splice(parent.children.indexOf(element), 1, ...nodes);
}
