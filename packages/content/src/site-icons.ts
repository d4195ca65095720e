import { PATHS } from './paths.ts';

/** A picture of points that devices show for the site, drawn from its emblem. */
export interface SiteIcon {
  name: string;
  /** Pixels of a side. */
  side: number;
  /** How much of a side the emblem takes. */
  share: number;
  /** Stands on white; otherwise what is around the emblem is clear. */
  ground: boolean;
}

/**
 * What telephones ask for. A mask may cut away all but a circle of four fifths (W3C Image Manifest § 3.1), which a square
 * of 0.56 lies within; iOS cuts the corners alone, and shows what is clear as black.
 */
export const SITE_ICONS = [
  { name: '192', side: 192, share: 1, ground: false },
  { name: '512', side: 512, share: 1, ground: false },
  { name: 'maskable-512', side: 512, share: 0.56, ground: true },
  { name: 'touch-180', side: 180, share: 0.78, ground: true },
] as const satisfies readonly SiteIcon[];
export type SiteIconName = (typeof SITE_ICONS)[number]['name'];

/** Part of every icon's address. Raised when they are drawn otherwise, since addresses are cached for ever. */
const ICON_REVISION = 'icons-1';

/** Public address of an icon: below its emblem's hash, or of the platform's mark where a site has no emblem. */
export function siteIconPath(emblem: string | undefined, name: SiteIconName): string {
  return emblem ? `${PATHS.media}${emblem}/${ICON_REVISION}/${name}.png` : `/icons/mark-${name}.png`;
}
