import { decodePath } from './old-address';

/** First parts of an address that belong to the platform; @mingchuang/content has the list, which a test compares. */
export const RESERVED_SEGMENTS: readonly string[] = ['search', 'ask', 'letters', 'site-map', 'styleguide', 'accessibility', 'offline', 'kiosk', 'link', 'elder', 'hant', 'en', '404', 'media', '_astro', 'api', 'preview', 'healthz', 'readyz', 'metrics'];
const LONGEST = 255;

/** What is known of the addresses of this site. */
export interface KnownAddresses {
  /** Whether a page of this site is, or was, there. */
  isPage(path: string): boolean;
  /** Where a redirect leads, if there is one from there. */
  redirectOf(path: string): string | undefined;
}

/** A redirect that may be made, one that is there already, or why it may not. */
export type RedirectCheck = { kind: 'new'; from: string } | { kind: 'there' } | { kind: 'refused'; reason: string };

/**
 * Checks a redirect from an old address to a document's new path.
 * @param href The old address, percent-encoded, with its query.
 */
export function checkRedirect(href: string, to: string, known: KnownAddresses): RedirectCheck {
  const refused = (reason: string): RedirectCheck => ({ kind: 'refused', reason });
  if (href.includes('?')) return refused('网址带参数（? 后面的部分），跳转只看路径');
  const from = decodePath(href);
  if (/[\s\\]/.test(from)) return refused('网址里有空格或反斜杠');
  if (from.length > LONGEST) return refused(`网址超过 ${LONGEST} 个字`);
  const [, segment = ''] = from.split('/');
  if (from === '/' || /^\/index\.s?html?$/i.test(from)) return refused('这是首页的网址');
  if (RESERVED_SEGMENTS.includes(segment.toLowerCase())) return refused(`/${segment}/ 是平台保留的网址`);
  if (from === to) return refused('新旧网址一样');
  const earlier = known.redirectOf(from);
  if (earlier === to) return { kind: 'there' };
  if (earlier) return refused(`已有从这里到 ${earlier} 的跳转`);
  if (known.isPage(from)) return refused('新网站上已有这个网址的页面');
  return runsInCircle(from, to, known) ? refused('会和已有的跳转兜圈子') : { kind: 'new', from };
}

function runsInCircle(from: string, to: string, known: KnownAddresses): boolean {
  const seen = new Set([from]);
  for (let target: string | undefined = to; target; target = known.redirectOf(target)) {
    if (seen.has(target)) return true;
    seen.add(target);
  }
  return false;
}
