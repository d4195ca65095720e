import { splitMode } from '@mingchuang/content';

/** A host no link can name, to tell links inside the site from others. */
const HERE = 'http://inspected.invalid';

/** Steps over folders, as nearly all links are: read as a URL each takes three times as long, and a site has millions. */
const STEPS = /^(?=[^?#])(\/|(?:\.{1,2}\/)*)((?:[\w-]+(?:\.[\w-]+)*\/)*(?:[\w-]+(?:\.[\w-]+)*)?)(?:[?#].*)?$/s;
const ELSEWHERE = /^(?:(?:https?:)?\/\/|mailto:|tel:|data:)/;

/**
 * The address of the release a link leads to, without percent-encoding, query and the prefixes of a mode. `undefined` for
 * links that leave the site, stay on the page or are no addresses (mail, telephone, data).
 */
export function pathOf(href: string, from: string): string | undefined {
  if (href === '' || href.startsWith('#') || ELSEWHERE.test(href)) return undefined;
  const [, up, down] = STEPS.exec(href) ?? [];
  if (up !== undefined) return splitMode(folderAt(up, from) + down!).path;
  const url = URL.canParse(href, HERE + from) ? new URL(href, HERE + from) : undefined;
  if (url?.origin !== HERE) return undefined;
  return splitMode(decode(url.pathname)).path;
}

/** Where steps that go up lead: never above the root. */
function folderAt(up: string, from: string): string {
  if (up === '/') return up;
  const folders = from.split('/').slice(1, -1);
  const kept = folders.slice(0, Math.max(0, folders.length - up.split('../').length + 1));
  return kept.map((folder) => `/${folder}`).join('') + '/';
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
