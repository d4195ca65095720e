import { contentSecurityPolicy, PATHS, PREVIEW_ROOT, SEARCH_PAGES, SHARED_FILES, WORKERS } from '@mingchuang/content';

const POLICY = contentSecurityPolicy();
/** Kinds of answers a browser may show as a document of its own, and so run. */
const DOCUMENT = /^(text\/html|image\/svg\+xml|application\/xml|text\/xml|application\/(rss|atom|xhtml)\+xml)/;

/**
 * Headers that protect the visitor, for an answer of a type at a path.
 * @param secure Whether the visitor came by https.
 * @param sisters Hosts of the sister sites, which the search may ask.
 */
export function pageHeaders(type: string, path: string, secure: boolean, sisters: readonly string[] = []): Record<string, string> {
  const searches = sisters.length > 0 && (SEARCH_PAGES.test(path) || WORKERS.test(path));
  return {
    // Workers keep to the policy they came with, whatever page they work for.
    ...((DOCUMENT.test(type) || path === PATHS.worker || WORKERS.test(path)) && { 'content-security-policy': searches ? contentSecurityPolicy({ connect: sisters }) : POLICY }),
    ...(type.startsWith('text/html') && {
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()',
    }),
    ...(path.startsWith(PREVIEW_ROOT) && { 'x-robots-tag': 'noindex, nofollow, noarchive' }),
    // Public files without cookies: whoever may read them may search them.
    ...(SHARED_FILES.test(path) && { 'access-control-allow-origin': '*' }),
    'x-content-type-options': 'nosniff',
    // Forms need the Origin header, which `no-referrer` would turn into "null".
    'referrer-policy': 'strict-origin-when-cross-origin',
    // Pictures of articles are shown by feed readers and by the superior government's portal.
    'cross-origin-resource-policy': path.startsWith(PATHS.media) ? 'cross-origin' : 'same-origin',
    ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}
