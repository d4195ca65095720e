import { readFileSync } from 'node:fs';
import path from 'node:path';

const styles = path.join(import.meta.dirname, '../src/styles');

/** Classes of a style sheet's components, without those that only qualify others in modes. */
function classesOf(sheet: string): Set<string> {
  const imports = [...readFileSync(path.join(styles, sheet), 'utf8').matchAll(/@import '\.\/(components\/[^']+)'/g)];
  const text = imports.map(([, file]) => readFileSync(path.join(styles, file!), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')).join('');
  const selectors = text.match(/[^{};]+(?=\{)/g) ?? [];
  return new Set(selectors.filter((selector) => !selector.includes('@')).flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!)));
}

/** Classes that have their looks from parts.css alone: a page without that sheet must not use them. */
export function partsClasses(): Set<string> {
  const always = classesOf('site.css');
  return new Set([...classesOf('parts.css')].filter((name) => !always.has(name)));
}

/** The classes a page uses. */
export const classesIn = (html: string): Set<string> => new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)));
