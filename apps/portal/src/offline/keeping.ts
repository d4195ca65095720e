import { ELDERLY_MARKER, MODE_MARKER } from '@mingchuang/content/drawn-by-gateway';
import { joinMode, splitMode } from '@mingchuang/content/modes';

/** Caches of the browser: pages that were looked at, pages saved on purpose, and the page shown when there is neither. */
export const VISITED = 'visited';
export const SAVED = 'saved';
export const SHELL = 'shell';

/** When a copy was made, an instant in UTC. */
export const KEPT_ON = 'kept-on';

/** Whatever is drawn for one visitor, and pages that are of no use without the network. */
const NEVER = /^(?:\/hant|\/en)?\/(?:letters|preview|search|link|api|kiosk|offline|404)\//;
/** A page with a form to send, or one kept from search engines: receipts, notices, previews. */
const PERSONAL = /<form\b[^>]*\bmethod="?post|<meta name="robots" content="noindex/i;

/** One copy serves both modes: the path without that of the elderly. 繁體 is other text, and has a copy of its own. */
export function keyOf(pathname: string): string {
  const { path, traditional } = splitMode(pathname);
  return joinMode(path, { elderly: false, traditional });
}

/** Whether the answer at an address may be looked into for keeping: a whole page of the release, asked for without a query. */
export function mayKeep({ pathname, search }: URL, response: Response): boolean {
  const header = (name: string) => response.headers.get(name) ?? '';
  return (
    response.status === 200 &&
    response.type === 'basic' &&
    !response.redirected &&
    search === '' &&
    header('content-type').startsWith('text/html') &&
    !/no-store|private/.test(header('cache-control')) &&
    !NEVER.test(keyOf(pathname))
  );
}

/** Whether a page is the same for everybody and asks for nothing. */
export const isImpersonal = (html: string): boolean => !PERSONAL.test(html);

/** A page as it is kept: in standard mode. */
export const undress = (html: string): string => html.replace(ELDERLY_MARKER, MODE_MARKER);

/** A kept page as it is shown: in the reader's mode, with the time it was kept. */
export function dress(html: string, keptOn: string, elderly: boolean): string {
  const marked = html.replace('<html ', `<html data-kept="${keptOn}" `);
  return elderly ? marked.replace(MODE_MARKER, ELDERLY_MARKER) : marked;
}

/** Style sheets, scripts and drawings a page names. */
export const partsOf = (html: string): string[] => [...html.matchAll(/(?:href|src)="(\/(?:_astro|media)\/[^"]+\.(?:css|js|svg))"/g)].map(([, address]) => address!);

/** Modules that a built module may load, all in one folder. */
export const importsOf = (script: string): string[] => [...script.matchAll(/["'`](?:\.|\/_astro)\/([\w.-]+\.js)["'`]/g)].map(([, name]) => `/_astro/${name}`);
