import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { writeDurably } from './durable.ts';

/** The key of the site that lies where an installation of one site has always had it. */
export const MAIN = 'main';

const registered = z.object({
  /** Names the folder of the site and its `--site`; given once, it stays when the domain changes. */
  key: z.string().regex(/^[a-z0-9-]{1,63}$/),
  /** documentId of the site; the main one has none until the first site is published. */
  site: z.string().optional(),
});
export type RegisteredSite = z.infer<typeof registered>;

/** The sites this publisher has ever published, in `sites.json`: the main one first, then in the order they came. */
export interface SiteRegister {
  all(): readonly RegisteredSite[];
  put(site: RegisteredSite): void;
  remove(key: string): void;
}

/** Opens the register. Without a file there is the main site alone. @throws {Error} When the file cannot be read. */
export function openSiteRegister(file: string): SiteRegister {
  let sites: RegisteredSite[] = existsSync(file) ? z.array(registered).parse(JSON.parse(readFileSync(file, 'utf8'))) : [{ key: MAIN }];
  const change = (next: RegisteredSite[]) => {
    writeDurably(file, JSON.stringify(next, undefined, 2));
    sites = next;
  };
  return {
    all: () => sites,
    put(site) {
      const known = sites.some(({ key }) => key === site.key);
      change(known ? sites.map((one) => (one.key === site.key ? site : one)) : [...sites, site]);
    },
    remove: (key) => change(sites.filter((one) => one.key !== key)),
  };
}
