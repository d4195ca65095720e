import { PATHS } from '@mingchuang/content';

/** The register of 党政机关 sites, run by 中央编办, which every footer links to. */
const REGISTER = 'bszs.conac.cn';

/** True for addresses of government sites, which need no notice on leaving (域名 .gov.cn and .政务). */
export function isGovernmentAddress(url: string): boolean {
  try {
    const { hostname } = new URL(url);
    return hostname === 'gov.cn' || hostname === REGISTER || /\.(?:gov\.cn|政务|xn--zfr164b)$/.test(hostname);
  } catch {
    return false;
  }
}

/** True for a complete address with its own host. */
export function isOutside(url: string): boolean {
  return /^https?:\/\//.test(url);
}

/** Attributes of a link: addresses outside government go through the notice page (发展指引：打开非政府网站链接应有提示). */
export function linkAttributes(url: string): { href: string; 'data-external'?: '' } {
  if (!isOutside(url) || isGovernmentAddress(url)) return { href: url };
  return { href: `${PATHS.externalLink}?to=${encodeURIComponent(url)}`, 'data-external': '' };
}
