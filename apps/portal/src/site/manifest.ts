import { PATHS, siteIconPath, type FileRef, type Frame, type Page } from '@mingchuang/content';

import type { WebManifest } from '../files/web-manifest.ts';
import { fileAddress } from '../links/file-address.ts';
import { t } from '../strings/index.ts';
import { definePage, type Building } from './page.ts';

/** The main colour of each theme and the ground of pages, as in styles/tokens.css: a manifest cannot read a style sheet. */
export const THEME_COLOURS: Record<Frame['site']['theme'], string> = { blue: '#0f4b82', red: '#9a1b19', green: '#0a5c51' };
const GROUND = '#fff';

/** The emblem's own drawing fits every size; devices that draw none take a picture of points. */
function iconsOf(emblem: FileRef | undefined): WebManifest['icons'] {
  const type = 'image/png';
  const drawing = emblem ? emblem.mime === 'image/svg+xml' && fileAddress(emblem) : '/icons/mark.svg';
  return [
    ...(drawing ? [{ src: drawing, type: 'image/svg+xml', sizes: 'any' }] : []),
    { src: siteIconPath(emblem?.hash, '192'), type, sizes: '192x192' },
    { src: siteIconPath(emblem?.hash, '512'), type, sizes: '512x512' },
    { src: siteIconPath(emblem?.hash, 'maskable-512'), type, sizes: '512x512', purpose: 'maskable' },
  ];
}

/** The manifest of the site: its name, its emblem, and the four things people open it for. */
export function buildManifest(building: Building): Page {
  const { columns, site } = building.catalogue;
  const services = columns.find(({ entry }) => entry.data.kind === 'services')?.path;
  return definePage(building, {
    path: PATHS.manifest,
    template: 'Manifest',
    frame: 'none',
    make: (use) => {
      const { title, shortName, description, theme, hotline = '12345', emblem } = use.whole(site).data;
      const shortcuts = [
        ...(services ? [{ name: t('manifest.services'), url: use.fact('services', services) }] : []),
        { name: t('manifest.track'), url: PATHS.trackCase },
        { name: t('manifest.write'), url: PATHS.writeLetter },
        // An app cannot begin with a telephone: the number stands where it is found without a network too.
        { name: t('manifest.call', { number: hotline }), url: `${PATHS.offline}#call` },
      ];
      const icons = iconsOf(emblem?.hash ? emblem : undefined);
      const manifest: WebManifest = {
        id: PATHS.home,
        name: title,
        short_name: shortName,
        description,
        lang: 'zh-CN',
        start_url: PATHS.home,
        scope: PATHS.home,
        display: 'standalone',
        display_override: ['minimal-ui', 'standalone'],
        theme_color: THEME_COLOURS[theme],
        background_color: GROUND,
        icons,
        shortcuts,
      };
      return { props: () => ({ manifest }) };
    },
  });
}
