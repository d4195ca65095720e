import { PATHS } from '@mingchuang/content/paths';

import type { IndexPlace } from '../engine/protocol.ts';

/**
 * Where the index of a search page is. A page in 繁體 shows its texts from the address of that mode.
 *
 * @param host Names the site within its group, if it has one.
 */
export function indexPlace({ index = '', root = './', server }: DOMStringMap, host: string | undefined): IndexPlace {
  const base = new URL(index, document.baseURI);
  const isTraditional = document.documentElement.lang === 'zh-Hant';
  return {
    base: base.href,
    words: new URL(PATHS.searchWords, base).href,
    shown: isTraditional ? new URL(PATHS.traditional + base.pathname.slice(1), base).href : base.href,
    ...(host && { site: { host, root: new URL(root, document.baseURI).href } }),
    // The server has its texts in simplified characters only.
    ...(server && !isTraditional && { server }),
  };
}
