import { PATHS } from './paths.ts';

/** What a policy allows beside the site itself. */
export interface PolicyOptions {
  /** Who may show it in a frame: previews alone may be framed, by the admin. */
  frameAncestors?: string;
  /** Hosts that may be asked for files: sister sites whose indexes are searched too. */
  connect?: readonly string[];
}

/** The public site's content security policy (design: § 5), exactly. */
export function contentSecurityPolicy({ frameAncestors = "'none'", connect = [] }: PolicyOptions = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

/** Workers keep to the policy they came with, whatever page they work for; the names are those their files are built under. */
export const WORKERS = /^\/_astro\/worker-/;

/** Pages that ask the indexes of sister sites, in either of a site's languages. */
export const SEARCH_PAGES = new RegExp(`^/(?:${PATHS.english.slice(1)})?${PATHS.search.slice(1)}$`);

/** What pages of sister sites may read too: the index of the search and the editors' rules for it. */
export const SHARED_FILES = new RegExp(`^(?:${PATHS.searchIndex}|${PATHS.searchWords.replace('.', '\\.')}$)`);
