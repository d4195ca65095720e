import { PATHS } from '@mingchuang/content';

import type { Indicator } from '../finding.ts';
import { pathOf } from '../path-of.ts';

/** Addresses the gateway answers itself; no release has a route for them. */
const DRAWN_BY_GATEWAY: readonly string[] = [PATHS.externalLink, PATHS.writeLetter, PATHS.trackCase];

/** A link that leads nowhere costs points in every inspection, and the visitor's trust. */
export const internalLinks: Indicator = {
  id: 'internal-links',
  title: '站内链接可用',
  source: '检查指标“链接不可用”',
  level: 'warning',
  inspect({ links, images, resources }, { path, routes }) {
    const targets = [...links.map(({ href }) => href), ...images.map(({ src }) => src), ...resources];
    return [...new Set(targets)]
      .filter((target) => {
        const to = pathOf(target, path);
        return to !== undefined && !DRAWN_BY_GATEWAY.includes(to) && !routes.has(to);
      })
      .map((target) => `链接 ${target} 指向的页面或文件不存在`);
  },
};
