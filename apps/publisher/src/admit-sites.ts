import { sitesOf } from '@mingchuang/content';

import { MAIN } from './store/site-register.ts';
import { mainOutlet, type Workshop } from './workshop.ts';

/**
 * Gives each published site an outlet: the first one ever is the main site (of several at once the first of `sitesOf`),
 * every other gets a folder of its own. The main site stays the main one.
 */
export function admitSites(workshop: Workshop): void {
  const { live, register, outlets } = workshop;
  const known = new Set(register.all().map(({ site }) => site));
  for (const entry of sitesOf(live.snapshot)) {
    if (known.has(entry.documentId)) continue;
    const main = mainOutlet(workshop);
    if (main.site === undefined) {
      register.put({ key: MAIN, site: entry.documentId });
      main.site = entry.documentId;
      continue;
    }
    const site = { key: keyFor(entry.data.domain, outlets), site: entry.documentId };
    register.put(site);
    workshop.open(site);
    workshop.log.info(site, `新站点“${entry.data.title}”，将单独发布`);
  }
}

/** `wangjiang` of `www.wangjiang.gov.cn`; with a number when another site has it. */
function keyFor(domain: string, taken: { has(key: string): boolean }): string {
  const [label = ''] = domain.replace(/^www\./, '').split('.');
  const name = label.replace(/[^a-z0-9-]/g, '').slice(0, 58) || 'site';
  for (let at = 1; ; at++) {
    const key = at === 1 ? name : `${name}-${at}`;
    if (!taken.has(key)) return key;
  }
}
