import { PATHS } from '@mingchuang/content/paths';
import { sisterHost } from '@mingchuang/content/sister-host';

import type { IndexPlace } from '../engine/protocol.ts';
import { labelsOf } from './markup.ts';

/**
 * Where the index of a search page is, and those of the other sites of its group: the hosts its facet `site` has names
 * for, its own first. A page in 繁體 shows texts from the address of that mode.
 */
export function placesOf(page: HTMLElement): { own: IndexPlace; sisters: IndexPlace[] } {
  const { index = '', root = './', server } = page.dataset;
  const sites = page.querySelector<HTMLElement>('[data-facet="site"]');
  const [host, ...others] = Object.keys((sites && labelsOf(sites)) ?? {});
  const mode = new URL(root, document.baseURI).pathname;
  const isTraditional = document.documentElement.lang === 'zh-Hant';
  const placeAt = (origin: string, of: string | undefined): IndexPlace => {
    const base = new URL(index, origin);
    return {
      base: base.href,
      words: new URL(PATHS.searchWords, base).href,
      shown: isTraditional ? new URL(PATHS.traditional + base.pathname.slice(1), base).href : base.href,
      ...(of && { site: { host: of, root: new URL(mode, base).href } }),
    };
  };
  return {
    // The server has its texts in simplified characters only.
    own: { ...placeAt(document.baseURI, host), ...(server && !isTraditional && { server }) },
    sisters: others.map((other) => placeAt(`${location.protocol}//${sisterHost(other, location.host)}`, other)),
  };
}
