import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import english from './en.json' with { type: 'json' };
import chinese from './zh-CN.json' with { type: 'json' };

const PORTAL = join(import.meta.dirname, '..');
/** What an English page is drawn from. */
const ENGLISH = ['Home', 'Landing', 'Column', 'Audience', 'Article', 'ServicesHome', 'Services', 'FacetList', 'ServiceGuide', 'Journeys', 'Journey', 'Topics', 'Topic', 'Agencies', 'Agency', 'Search', 'Accessibility', 'SiteMap', 'Offline', 'AccessibilityStatement', 'Notice'];
/** What builds those pages. */
const BUILDERS = ['agencies', 'articles', 'audiences', 'columns', 'document-pages', 'facet-pages', 'home', 'journeys', 'sections', 'services', 'service-facets', 'service-search', 'suggestions', 'site-map', 'system-pages', 'topics'];
/** Keys that they use only beside types of content without a language, or for 繁體. */
const CHINESE_ONLY = /^(?:ask|letter|notice)\.|^home\.(?:calls|letters|policies)|^power\.ofService$|^script\.(?:traditional|simplified)$|^accessHelp\.traditional$/;

/** A file and everything of the portal it imports. */
function filesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) filesOf(join(dirname(file), path!), found);
  return found;
}

const starts = [...ENGLISH.map((name) => `templates/${name}.astro`), ...BUILDERS.map((name) => `site/${name}.ts`)].map((name) => join(PORTAL, name));
/** Builders know each other: those of Chinese pages are left out. */
const files = [...new Set(starts.flatMap((file) => [...filesOf(file)]))].filter((file) => !file.includes('/site/') || starts.includes(file));

/** Keys a source names, whole (`'nav.home'`) or by how they begin (`` t(`file.kind.${kind}`) ``). */
function keysIn(source: string): string[] {
  const begun = [...source.matchAll(/\bt\(`([\w.]+)\$\{/g)].map(([, start]) => start!);
  const named = new Set([...source.matchAll(/'(\w+(?:\.\w+)+)'/g)].map(([, key]) => key!));
  return Object.keys(chinese).filter((key) => named.has(key) || begun.some((start) => key.startsWith(start)));
}

test('every text an English page asks for is there in English', () => {
  expect(starts.filter((file) => !existsSync(file))).toEqual([]);
  const keys = [...new Set(files.flatMap((file) => keysIn(readFileSync(file, 'utf8'))))];
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.filter((key) => !(key in english) && !CHINESE_ONLY.test(key))).toEqual([]);
});

test('no English text has Chinese words or loses a value of the Chinese one', () => {
  const valuesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
  const wrong = Object.entries(english).filter(([key, text]) => {
    const given = valuesOf((chinese as Record<string, string>)[key] ?? '');
    return /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(text) || valuesOf(text).some((name) => !given.includes(name));
  });
  expect(wrong).toEqual([]);
});
