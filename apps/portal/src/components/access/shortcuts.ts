/** The keys pressed together with Alt and Shift; a group of choices goes on to its next. */
export const SHORTCUTS = {
  panel: 'W',
  read: 'R',
  back: 'J',
  forth: 'K',
  point: 'P',
  rate: 'V',
  size: 'S',
  zoom: 'Z',
  leading: 'L',
  spacing: 'G',
  scheme: 'C',
  guide: 'H',
  subtitle: 'D',
  pinyin: 'Y',
  cursor: 'M',
  focus: 'O',
  motion: 'N',
  reset: '0',
} as const;
export type Shortcut = keyof typeof SHORTCUTS;

/** The keys of something, as `aria-keyshortcuts` wants them. */
export const keysOf = (name: Shortcut): string => `Alt+Shift+${SHORTCUTS[name]}`;
