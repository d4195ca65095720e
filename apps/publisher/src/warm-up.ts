import { isRedirect, shanghaiDate } from '@mingchuang/content';

import type { Outlet } from './workshop.ts';


/**
 * Draws one page for nobody. A renderer loads its parts with its first page: the first editor after a restart should
 * not wait for that, and a build of the portal under a running service should not take them away.
 * @throws {Error} When the page cannot be drawn.
 */
export async function warmUp({ renderer, live, site, now }: Outlet): Promise<void> {
  for (const page of renderer.buildPages(live.snapshot, { today: shanghaiDate(now()), ...(site !== undefined && { site }) })) {
    if (isRedirect(page)) continue;
    await renderer.draw({ path: page.path, template: page.template, props: page.props() });
    return;
  }
}
