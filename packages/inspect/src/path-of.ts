import { splitMode } from '@mingchuang/content';

/** A host no link can name, to tell links inside the site from others. */
const HERE = 'http://inspected.invalid';

/**
 * The address of the release a link leads to, without percent-encoding, query and the prefixes of a mode. `undefined` for
 * links that leave the site, stay on the page or are no addresses (mail, telephone, data).
 */
export function pathOf(href: string, from: string): string | undefined {
  if (href === '' || href.startsWith('#')) return undefined;
  const url = URL.canParse(href, HERE + from) ? new URL(href, HERE + from) : undefined;
  if (url?.origin !== HERE) return undefined;
  return splitMode(decode(url.pathname)).path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
