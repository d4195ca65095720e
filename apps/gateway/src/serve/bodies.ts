import { createHash } from 'node:crypto';

import { rebaseLinks } from '@mingchuang/content';
import { convertText } from '@mingchuang/hant';
import { convertFile, isReadByVisitors } from '@mingchuang/search/convert-file';

import type { ObjectRoute } from '../release/release.ts';
import type { ByteCache } from './byte-cache.ts';
import { dressPage, type Dress } from './dress-page.ts';
import { compress, SUFFIX } from './encodings.ts';
import { WHOLE, type Objects } from './objects.ts';
import type { Body } from './send-body.ts';

/** The object of a route, as it is stored. */
export function plainBody(route: ObjectRoute, objects: Objects): Body {
  return {
    tag: route.hash,
    type: route.type,
    bytes: route.bytes,
    ...(route.bytes > WHOLE && { stream: route.hash }),
    read: () => objects.read(route.hash),
    readEncoded: (encoding) => objects.readEncoded(route.hash, encoding),
  };
}

export interface PageDress extends Dress {
  /** The path the page was drawn for, when it is shown at another. */
  rebase?: string | undefined;
}

/** What the search shows of documents, in Traditional characters. Made once and kept. */
export function convertedBody(path: string, route: ObjectRoute, objects: Objects, cache: ByteCache): Body {
  if (!isReadByVisitors(path) || route.bytes > WHOLE) return plainBody(route, objects);
  const tag = `${route.hash}-t`;
  return madeBody(tag, route, cache, async () => convertFile(path, (await objects.read(route.hash)).toString('utf8'), convertText));
}

/** The page of a route, changed on its way out; made once and kept. Its tag names the page and each change. */
export function dressedBody(route: ObjectRoute, dress: PageDress, objects: Objects, cache: ByteCache): Body {
  const { elderly, traditional, strip, rebase } = dress;
  if (!elderly && !traditional && strip === undefined && rebase === undefined) return plainBody(route, objects);
  const tag = [
    route.hash,
    ...(elderly ? ['e'] : []),
    ...(traditional ? ['t'] : []),
    ...(strip === undefined ? [] : [`a${createHash('sha256').update(strip).digest('hex').slice(0, 12)}`]),
    ...(rebase === undefined ? [] : ['r']),
  ].join('-');
  return madeBody(tag, route, cache, async () => {
    const dressed = dressPage((await objects.read(route.hash)).toString('utf8'), dress);
    return rebase === undefined ? dressed : rebaseLinks(dressed, rebase, dress);
  });
}

function madeBody(tag: string, route: ObjectRoute, cache: ByteCache, make: () => Promise<string>): Body {
  const read = () => cache.get(tag, async () => Buffer.from(await make()));
  return {
    tag,
    type: route.type,
    // Its real length is known only once it is made; it is always sent whole.
    bytes: Math.min(route.bytes, WHOLE),
    read,
    readEncoded: (encoding) => cache.get(`${tag}.${SUFFIX[encoding]}`, async () => compress(encoding, await read())),
  };
}
