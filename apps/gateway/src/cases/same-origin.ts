import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from a page of ours. Browsers of the last years say so in Sec-Fetch-Site, older ones in
 * Origin or Referer. What says nothing at all is let through: there is no session to abuse, and a citizen with an old
 * browser must be able to write; it counts as suspicious instead.
 * @param host The host the visitor sees.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, host: string): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const source = headers.origin ?? headers.referer;
  if (source === undefined) return true;
  return URL.canParse(source) && new URL(source).host === host;
}
