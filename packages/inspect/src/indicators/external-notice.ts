import type { Indicator } from '../finding.ts';

/** Government sites, and the office whose seal every government site bears, need no notice. */
const NEEDS_NO_NOTICE = /(^|\.)(gov\.cn|conac\.cn)$/;

/** A visitor is told before leaving for a site no government answers for. */
export const externalNotice: Indicator = {
  id: 'external-notice',
  title: '站外链接提示',
  source: '政府网站发展指引 四（链接管理）',
  level: 'warning',
  inspect({ links, metas }) {
    const [own] = metas.get('SiteDomain') ?? [];
    return [...new Set(links.map(({ href }) => href))]
      .filter((href) => {
        if (!/^(https?:)?\/\//i.test(href) || !URL.canParse(href, 'https://inspected.invalid')) return false;
        const { hostname } = new URL(href, 'https://inspected.invalid');
        return hostname !== own && !NEEDS_NO_NOTICE.test(hostname);
      })
      .map((href) => `站外链接 ${href} 没有经过提示页`);
  },
};
