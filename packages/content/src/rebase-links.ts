import { joinMode, type Mode } from './modes.ts';

/**
 * Makes the relative links of a page hold at any address: a page drawn for one path and shown at others (not found,
 * errors) cannot have them, and the policy forbids `<base>`. Links from the root stay: they switch modes.
 * @param path The path the page was drawn for.
 */
export function rebaseLinks(html: string, path: string, mode: Mode): string {
  const base = new URL(joinMode(path, mode), 'http://page');
  return html.replace(/\b(href|src|action)="([^"]*)"/g, (whole, name: string, url: string) => {
    if (url.startsWith('#') || url.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(url)) return whole;
    const { pathname, search, hash } = new URL(url.replaceAll('&amp;', '&'), base);
    return `${name}="${(pathname + search + hash).replaceAll('&', '&amp;')}"`;
  });
}
