/** The ways a page is looked at: how wide, and in which mode of the portal. Pixels. */
export const VIEWS = [
  { name: 'desktop', label: '电脑', width: 1280, height: 1400, scale: 0.5, mode: '' },
  { name: 'phone', label: '手机', width: 375, height: 700, scale: 1, mode: '' },
  { name: 'elderly', label: '长者版', width: 375, height: 700, scale: 1, mode: 'elder/' },
] as const;

export type View = (typeof VIEWS)[number];
