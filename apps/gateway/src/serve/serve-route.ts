import { joinMode, sisterHost, splitMode, WORKERS } from '@mingchuang/content';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { AlertStrips } from '../pages/alert-strip.ts';
import type { View } from '../pages/draw-page.ts';
import { findRoute, type ObjectRoute } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { convertedBody, dressedBody, plainBody } from './bodies.ts';
import type { ByteCache } from './byte-cache.ts';
import type { Objects } from './objects.ts';
import { pageHeaders } from './page-headers.ts';
import { encodePath, readAddress } from './read-address.ts';
import { sendBody } from './send-body.ts';

export interface Shelves {
  objects: Objects;
  cache: ByteCache;
  strips: AlertStrips;
}

const REVALIDATE = 'no-cache';
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Sends what a release has at a path: a page in the visitor's dress, or a file as it is.
 * @param drawnFor The path a page was drawn for, when it is shown at another.
 */
export async function sendRoute(
  shelves: Shelves,
  request: FastifyRequest,
  reply: FastifyReply,
  route: ObjectRoute,
  view: View & { site: Site },
  drawnFor?: string,
): Promise<FastifyReply> {
  const { objects, cache, strips } = shelves;
  const isPage = route.type.startsWith('text/html');
  const strip = isPage ? await strips.stripOf(view.site, view.now, view.path) : undefined;
  const { path, elderly, traditional } = view;
  const body = isPage
    ? dressedBody(route, { elderly, traditional, strip, rebase: drawnFor }, objects, cache)
    : traditional
      ? convertedBody(path, route, objects, cache)
      : plainBody(route, objects);
  const sisters = (view.site.release.site?.sisters ?? []).map((domain) => sisterHost(domain, request.host));
  reply.headers(pageHeaders(route.type, view.path, request.protocol === 'https', sisters));
  // A worker's policy comes with it and changes with the sites, not with its code.
  const lasts = route.immutable && !WORKERS.test(path);
  return sendBody(objects, request, reply, body, { status: route.status, cacheControl: lasts ? FOREVER : REVALIDATE });
}

/**
 * Where a redirect of the release finally leads, as a Location. Chains are followed here, so that a visitor takes one
 * step; one that runs in a circle leads nowhere.
 */
export function locate({ site, path, elderly, traditional, now }: View & { site: Site }, location: string): string | undefined {
  const seen = new Set([path]);
  let target = location;
  while (target.startsWith('/') && !target.startsWith('//')) {
    const address = readAddress(encodeURI(decodeSafely(target)));
    if (!address || seen.has(address.path)) return undefined;
    seen.add(address.path);
    const next = findRoute(site.release, address.path, now);
    if (next?.status !== 301) {
      const asked = splitMode(address.path);
      const to = joinMode(asked.path, { elderly: elderly || asked.elderly, traditional: traditional || asked.traditional });
      const hash = target.includes('#') ? encodeURI(decodeSafely(target.slice(target.indexOf('#')))) : '';
      return `${encodePath(to)}${address.query ? `?${address.query}` : ''}${hash}`;
    }
    target = next.location;
  }
  return /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target).href : undefined;
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
