import type { Answer, Visit } from './answer.ts';
import type { PageDrawer } from './draw-page.ts';

/** Shows that a link leaves the site: `GET /link/?to=…`, only for addresses the site itself links to. */
export function createLinkNotice(drawer: PageDrawer): (visit: Visit) => Promise<Answer> {
  return async ({ view, query }) => {
    const url = query.get('to') ?? '';
    const isListed = view.site?.externalLinks.has(url) && /^https?:\/\//i.test(url);
    if (!isListed) return { kind: 'missing' };
    return { kind: 'page', status: 200, html: await drawer.draw('ExternalLink', { url }, view) };
  };
}
