import { FORM_ACTIONS, FORM_FILE, PATHS, rebaseLinks, type GatewayTemplateName, type GatewayTemplates, type Mode, type Renderer } from '@mingchuang/content';
import type { Logger } from 'pino';

import type { Site } from '../release/site.ts';
import { dressPage, prefixLinks } from '../serve/dress-page.ts';
import type { AlertStrips } from './alert-strip.ts';
import { fallbackPage, type Notice } from './fallback-page.ts';

/** Where and how a page is shown. */
export interface View extends Mode {
  /** Without the prefixes of the mode. */
  path: string;
  site: Site | undefined;
  now: number;
}

type Framed = Exclude<GatewayTemplateName, 'AlertStrip' | 'Notice'>;
export type PropsOf<T extends Framed> = Omit<GatewayTemplates[T], 'frame'>;

export interface PageDrawer {
  /** Draws a page for one visitor. @throws {Error} When the renderer or the frame is missing, or drawing fails. */
  draw<T extends Framed>(template: T, props: PropsOf<T>, view: View): Promise<string>;
  /** Draws a notice; when the portal's template cannot be used, a plain one. Never fails. */
  drawNotice(notice: Notice, view: View): Promise<string>;
}

const FORMS: readonly string[] = Object.values(FORM_ACTIONS);

export function createPageDrawer(renderer: Renderer | undefined, strips: AlertStrips, log: Logger): PageDrawer {
  const render = async (path: string, template: string, props: object, { elderly, traditional, site, now }: View) => {
    if (!renderer || !site?.frame) throw new Error('Nothing to draw with: no renderer or no release');
    const { body } = await renderer.draw({ path, template, props: { frame: site.frame, ...props } });
    return dressPage(body, { elderly, traditional, strip: await strips.stripOf(site, now, path) });
  };

  return {
    draw: (template, props, view) => render(view.path, template, props, view),
    async drawNotice(notice, view) {
      try {
        // Forms keep their address, so that the link to the other mode leads back to them. Elsewhere the address may be
        // anything a stranger made up.
        const isForm = FORMS.includes(view.path) || view.site?.release.routes.has(view.path + FORM_FILE);
        const path = isForm ? view.path : PATHS.notFound;
        return rebaseLinks(await render(path, 'Notice', notice, view), path, view);
      } catch (error) {
        if (renderer && view.site) log.error({ err: error, status: notice.status }, 'notice cannot be drawn');
        return prefixLinks(dressPage(fallbackPage(notice), { elderly: view.elderly, traditional: view.traditional }), view);
      }
    },
  };
}
