import { isRedirect, shanghaiDate } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import { isDrawn, versionTag } from '../steps/plan.ts';
import { hashOf } from '../store/objects.ts';
import type { Outlet } from '../workshop.ts';

export type Comparison =
  /** Paths whose served page is not what its content gives today. */
  | { kind: 'compared'; pages: number; different: string[] }
  /** Something was published meanwhile: what was drawn and what is served are not of one moment. */
  | { kind: 'overtaken' };

/**
 * Draws every page of the site again, beside whatever is published, and compares it with what is served. Publications
 * draw only what changed, and this is the proof that they leave nothing behind.
 */
export async function compareWithFullDraw(outlet: Outlet): Promise<Comparison> {
  const { current, live, renderer, site, now } = outlet;
  if (!current) return { kind: 'compared', pages: 0, different: [] };
  const { sequence } = live.snapshot;
  const isOvertaken = () => outlet.current !== current || live.snapshot.sequence !== sequence;
  const breathe = createBreather();
  const different: string[] = [];
  let pages = 0;

  const today = shanghaiDate(now());
  const wanted = [...renderer.buildPages(live.snapshot, { today, ...(site !== undefined && { site }), ...(outlet.searchDatabase && { serverSearch: true }) })];
  // What has not been published yet is the next publication's affair.
  const version = versionTag(renderer.version);
  for (const page of wanted) {
    const route = current.routes.get(page.path);
    if (isRedirect(page) || !route || route.status === 301 || !isDrawn(route, version, page)) continue;
    if (isOvertaken()) return { kind: 'overtaken' };
    const { body } = await renderer.draw({ path: page.path, template: page.template, props: page.props() });
    if (hashOf(Buffer.from(body)) !== route.hash) different.push(page.path);
    pages++;
    await breathe();
  }
  return isOvertaken() ? { kind: 'overtaken' } : { kind: 'compared', pages, different };
}
