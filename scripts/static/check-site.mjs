// Looks at a built site before it goes out.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Trouble } from '../steps/say.mjs';
import { listSite } from './site-files.mjs';

/** Without these it is no site of ours. */
const NEEDED = ['index.html', '404.html', 'sitemap.xml', 'robots.txt', 'search/index.html', 'search/index/search.json', 'elder/index.html', 'external-links.json'];

/**
 * Checks that everything needed is there, that every page is whole and that no page names a file of the site that is
 * not there.
 * @returns How many pages it has, and the address it is a site for.
 * @throws {Trouble} Naming what is wrong, ten places at most.
 */
export function checkSite(folder) {
  const missing = NEEDED.filter((name) => !existsSync(path.join(folder, name)));
  if (missing.length) throw new Trouble(`构建出的网站缺少 ${missing.join('、')}，没有部署`, '确认后台里已有发布的站点和栏目，再构建一次。');
  const names = listSite(folder);
  const there = new Set(names);
  const problems = [];
  const pages = names.filter((name) => name.endsWith('.html'));
  for (const name of pages) {
    const html = readFileSync(path.join(folder, name), 'utf8');
    if (!/<\/html>/i.test(html)) problems.push(`${name}　不完整`);
    for (const [, file] of html.matchAll(/(?:src|href)="(\/(?:_astro|media)\/[^"?#]+)"/g)) if (!there.has(decodeURIComponent(file).slice(1))) problems.push(`${name}　引用的 ${file} 不存在`);
  }
  if (problems.length) throw new Trouble(`构建出的网站有 ${problems.length} 处问题，没有部署：\n${problems.slice(0, 10).join('\n')}`, '看构建的输出；文件取不到时检查后台的媒体存储。');
  return { pages: pages.length, origin: originOf(path.join(folder, 'sitemap.xml')) };
}

/** The address that the sitemap names; a site without any page names none. */
const originOf = (sitemap) => /<loc>(https?:\/\/[^/<]+)/.exec(readFileSync(sitemap, 'utf8'))?.[1];
