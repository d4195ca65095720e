import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { findAll, getAttributeValue } from 'domutils';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** What a page costs its first visitor over the wire, in bytes as brotli 11 leaves them. Pictures are counted, not weighed. */
export interface Weight {
  html: number;
  css: number;
  js: number;
  /** HTML, CSS and JS together: what the budgets are about. */
  total: number;
  /** Everything the browser asks for to show it: the page, styles, scripts with what they import, icon and pictures. */
  requests: number;
}

/** Imports of a built module that are loaded with it; `import(…)` is loaded on demand. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g;

const compressed = new Map<string, number>();

/** Weighs pages drawn by a renderer; `assets` is its folder of files. */
export function createScale(assets: string): (html: string) => Weight {
  const read = (address: string) => readFileSync(path.join(assets, address), 'utf8');
  const sum = (addresses: Iterable<string>) => [...addresses].reduce((total, address) => total + brotliOf(read(address), assets + address), 0);

  const importedBy = (address: string, found: Set<string>): Set<string> => {
    if (found.has(address)) return found;
    found.add(address);
    for (const [, to] of read(address).matchAll(STATIC_IMPORT)) importedBy(path.posix.join(path.posix.dirname(address), to!), found);
    return found;
  };

  return (html) => {
    const { styles, scripts, others } = referencesOf(html);
    const modules = new Set<string>();
    for (const script of scripts) importedBy(script, modules);
    const own = brotliOf(html);
    const css = sum(styles);
    const js = sum(modules);
    return { html: own, css, js, total: own + css + js, requests: 1 + styles.size + modules.size + others.size };
  };
}

/** Bytes of a text as brotli 11 leaves it. @param key Remembers the answer. */
export function brotliOf(text: string, key?: string): number {
  const known = key && compressed.get(key);
  if (known) return known;
  const size = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }).length;
  if (key) compressed.set(key, size);
  return size;
}

/** What a page makes the browser ask for, each address once. Icons that only some systems fetch are left out. */
function referencesOf(html: string): { styles: Set<string>; scripts: Set<string>; others: Set<string> } {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const others = new Set<string>();
  const elements = findAll(({ name }) => ['link', 'script', 'img'].includes(name), parseDocument(html).children);
  for (const element of elements) {
    const src = getAttributeValue(element, 'src');
    if (element.name === 'link') noteLink(element, styles, others);
    else if (src) (element.name === 'script' ? scripts : others).add(src);
  }
  return { styles, scripts, others };
}

function noteLink(link: Element, styles: Set<string>, others: Set<string>): void {
  const href = getAttributeValue(link, 'href') ?? '';
  const rel = getAttributeValue(link, 'rel') ?? '';
  if (rel === 'stylesheet') styles.add(href);
  else if (rel === 'icon') others.add(href);
}

/** The one in the middle by what it weighs in all. @throws {Error} When there is none. */
export function medianBy<T>(list: readonly T[], weightOf: (one: T) => number): T {
  const sorted = [...list].sort((a, b) => weightOf(a) - weightOf(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('There is nothing to take the middle of');
  return middle;
}
