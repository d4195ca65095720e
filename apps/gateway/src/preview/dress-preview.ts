import { joinMode, PATHS, rebaseLinks, shanghaiMinute, type Mode, type PreviewLink, type Renderer } from '@mingchuang/content';

import { dressPage } from '../serve/dress-page.ts';
import { t } from '../strings/text.ts';
import { pagesPath, receptionPath } from './preview-address.ts';

/** Between these stands what a preview adds to a page. */
export const STRIP_BEGIN = '<!--preview-->';
export const STRIP_END = '<!--/preview-->';

export interface PreviewDress extends Mode {
  token: string;
  path: string;
  link: PreviewLink;
  /** HTML of the alert strip, while an alert is in force: visitors will see it too. */
  alerts?: string | undefined;
}

/**
 * Puts a drawn page into its preview: the strip on top says what it is, links from the root stay in the preview, the
 * mode is set. Nothing else of it is changed.
 */
export async function dressPreview(html: string, renderer: Renderer, dress: PreviewDress): Promise<string> {
  const { elderly, traditional, token, alerts } = dress;
  const kept = html
    .replace(/(="|, )\/(?=(?:media|elder|hant)\/)/g, `$1${pagesPath(token)}/`)
    // The switch back to the standard version leads from the root, too.
    .replace(/( data-to="[^"]*"[^>]* href=")(?=\/(?!preview\/))/g, `$1${pagesPath(token)}`);
  const page = dressPage(kept, { elderly, traditional, strip: alerts });
  const strip = await drawStrip(renderer, dress);
  // The link past everything to the text stays the first.
  return page.replace(/<body[^>]*>(\s*<a class="skip"[^>]*>[^<]*<\/a>)?/, (begin) => `${begin}${STRIP_BEGIN}${strip}${STRIP_END}`);
}

async function drawStrip(renderer: Renderer, { token, path, link, elderly, traditional }: PreviewDress): Promise<string> {
  const other = { label: t(elderly ? 'preview.standard' : 'preview.elderly'), url: `${pagesPath(token)}${joinMode(path, { elderly: !elderly, traditional })}` };
  const reception = { label: t('preview.reception'), url: receptionPath(token) };
  const props = {
    title: t('preview.strip'),
    note: t('preview.note', { date: shanghaiMinute(link.expiresAt) }),
    // The admin shows every mode beside the others.
    links: link.kind === 'frame' ? [] : [other, reception],
  };
  const { body } = await renderer.draw({ path: PATHS.home, template: 'PreviewStrip', props });
  return rebaseLinks(body, PATHS.home, { elderly: false, traditional: false });
}
