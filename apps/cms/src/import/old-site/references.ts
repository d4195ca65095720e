import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

import type { Remark } from '../report/remarks';
import { readOldAddress } from './old-address';
import { nameFile, type Found, type SiteFile, type SiteFiles } from './site-files';

/** A file a document uses: in its text, where `media:<digest>` stands for it, or as one of an attribute. */
export interface FileUse {
  file: SiteFile;
  name: string;
  alt?: string | undefined;
}

/** A link of the text to another page of the old site; its address stands in the text until the page is known. */
export interface PageLink {
  href: string;
  key: string;
  text: string;
}

/** Where references of a document are understood from. */
export interface Surroundings {
  files: SiteFiles;
  hosts: readonly string[];
  /** Address of the document. */
  base: string;
  /** In a folder of office documents they link to each other; elsewhere a document is an attachment. */
  isOffice: boolean;
  /** For pictures without a name of their own. */
  title: string;
}

/** What a document refers to. */
export interface References {
  pictures: FileUse[];
  attachments: FileUse[];
  links: PageLink[];
  remarks: Remark[];
}

export const createReferences = (): References => ({ pictures: [], attachments: [], links: [], remarks: [] });

/** What the web calls a page: a folder, a name without extension, or one of these. */
const PAGE = /(\/|\/[^/.]*|\.(s?html?|aspx?|jspx?|php|do|action|cgi|md|markdown))$/i;
/** Signs beside links that editors of old systems put there by themselves. */
const ORNAMENT = /filetype|icon|spacer|blank\.gif|dot\.gif/i;
const SMALL = 32;
/** Words that say no more than that there is a picture. */
const EMPTY_ALTERNATIVE = /^(undefined|null|图片?|图像|image|img|picture|photo|未命名|[\w-]*\.(png|jpe?g|gif|bmp|webp))?\d*$/i;

const tidy = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

/** Puts what a body refers to in the place of old addresses, and notes what is missing. */
export function rewriteReferences($: CheerioAPI, around: Surroundings, into: References): void {
  for (const element of $('img').toArray()) rewritePicture($, element, around, into);
  for (const element of $('a[href]').toArray()) rewriteLink($, element, around, into);
}

function isOrnament({ attribs }: Element): boolean {
  const size = Math.max(Number.parseInt(attribs.width ?? '', 10) || 0, Number.parseInt(attribs.height ?? '', 10) || 0);
  return (size > 0 && size <= SMALL) || ORNAMENT.test(attribs.src?.startsWith('data:') ? '' : (attribs.src ?? ''));
}

/** Relative addresses count from the page; those of a table's cells from the folder of the files. */
function findFile(address: string, { files, base, hosts }: Surroundings): Found | { kind: 'outside' } {
  const old = readOldAddress(address, base, hosts);
  if (old.kind !== 'inside') return { kind: 'outside' };
  const found = files.find(old.path);
  if (found.kind !== 'missing' || address.startsWith('/')) return found;
  const below = readOldAddress(address, files.under, hosts);
  return below.kind === 'inside' ? files.find(below.path) : found;
}

function findPicture(address: string, around: Surroundings, count: number): Found | { kind: 'outside' } {
  if (/^data:/i.test(address)) return around.files.readEmbedded(address, `${around.title.slice(0, 40)}-图${count + 1}`);
  return findFile(address, around);
}

function rewritePicture($: CheerioAPI, element: Element, around: Surroundings, into: References): void {
  const address = element.attribs.src?.trim() ?? '';
  if (isOrnament(element)) return void $(element).remove();
  const found = findPicture(address, around, into.pictures.length);
  const shown = address.startsWith('data:') ? '文档里的图片' : address;
  if (found.kind !== 'file') {
    if (found.kind === 'refused') into.remarks.push({ kind: 'refused-file', detail: found.reason });
    else into.remarks.push({ kind: 'missing-picture', detail: found.kind === 'outside' ? `${shown}（在别的网站上）` : shown });
    return void $(element).remove();
  }
  const { file } = found;
  const alt = [element.attribs.alt, element.attribs.title].map((text) => tidy(text ?? '')).find((text) => !EMPTY_ALTERNATIVE.test(text));
  if (!alt) into.remarks.push({ kind: 'missing-alternative', detail: shown });
  into.pictures.push({ file, name: file.name, alt });
  element.attribs = { src: `media:${file.digest}`, alt: alt ?? '' };
}

function rewriteLink($: CheerioAPI, element: Element, around: Surroundings, into: References): void {
  const link = { href: element.attribs.href ?? '', text: tidy($(element).text()) };
  const old = readOldAddress(link.href, around.base, around.hosts);
  if (old.kind === 'inside') {
    if (PAGE.test(old.path) || (around.isOffice && /\.docx$/i.test(old.path))) {
      if (!link.text) return;
      into.links.push({ href: old.href, key: old.key, text: link.text });
      element.attribs.href = old.href;
      return;
    }
    // A picture that opens itself is the picture.
    const isOwnPicture = $(element).find('img').length > 0 && !link.text;
    if (!isOwnPicture) addAttachment(link, around, into);
  }
  if (old.kind === 'outside') element.attribs.href = old.href;
  else delete element.attribs.href;
}

/** Finds the file a link names; a document names each only once. */
export function addAttachment(link: { href: string; text: string }, around: Surroundings, into: References): void {
  const found = findFile(link.href, around);
  const shown = link.text && link.text !== link.href ? `${link.text}（${link.href}）` : link.href;
  if (found.kind === 'refused') return void into.remarks.push({ kind: 'refused-file', detail: found.reason });
  if (found.kind !== 'file') return void into.remarks.push({ kind: 'missing-attachment', detail: found.kind === 'outside' ? `${shown}，在别的网站上` : shown });
  if (into.attachments.some(({ file }) => file.digest === found.file.digest)) return;
  into.attachments.push({ file: found.file, name: nameFile(found.file, link.text) });
}

/** Reads what a field says about files: links in HTML, addresses one under the other, or a list. */
export function readFileLinks(value: unknown): { href: string; text: string }[] {
  const list: unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return list.flatMap((part) => {
    if (typeof part === 'object' && part !== null && 'href' in part) return [{ href: String(part.href), text: 'text' in part ? String(part.text) : '' }];
    const text = String(part);
    const links = [...text.matchAll(/<a\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a>/gi)];
    if (links.length) return links.map(([, href, inner]) => ({ href: href!, text: tidy(inner!.replace(/<[^>]+>/g, '')) }));
    return text.split(/[;；|\n]/).map((href) => href.trim()).filter(Boolean).map((href) => ({ href, text: '' }));
  });
}
