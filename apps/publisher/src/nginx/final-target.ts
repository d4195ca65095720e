import { PATHS, type Route } from '@mingchuang/content';

/** Where a redirect leads in the end, in both modes, as it is written into a Location header. */
export interface FinalTarget {
  standard: string;
  elderly: string;
}

/**
 * Follows the chain of a redirect, so that a visitor takes one step, exactly as the gateway does. `undefined` when it
 * runs in a circle or leads nowhere.
 */
export function findFinalTarget(routes: ReadonlyMap<string, Route>, from: string, location: string): FinalTarget | undefined {
  const seen = new Set([from]);
  let target = location;
  while (target.startsWith('/') && !target.startsWith('//')) {
    const { path, query, hash } = split(target);
    if (seen.has(path)) return undefined;
    seen.add(path);
    const next = routes.get(path);
    if (next?.status !== 301) {
      const standard = encodePath(path) + query + encodeURI(hash);
      return { standard, elderly: path.startsWith(PATHS.elderly) ? standard : PATHS.elderly + standard.slice(1) };
    }
    target = next.location;
  }
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined;
  const { href } = new URL(target);
  return { standard: href, elderly: href };
}

function split(target: string): { path: string; query: string; hash: string } {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(decode(target)) ?? [];
  return { path, query: query.length > 1 ? encodeURI(query) : '', hash };
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
