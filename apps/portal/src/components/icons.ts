/** Drawings on a grid of 24, stroke 1.6; circles are drawn as two arcs so that each icon is one path. */
export const ICONS = {
  home: 'M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5l5.5 5.5',
  ask: 'M4 4h16v12h-9l-4 4v-4H4zM9.5 8.5a2.5 2.5 0 1 1 2.5 2.5v1M12 13.5v.5',
  voice: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M8.5 21h7',
  speak: 'M4 9h4l5-5v16l-5-5H4zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  size: 'M3 19 9 5l6 14M5 15h8M17 9v8M13.5 13H21',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z',
  share: 'M14 4h6v6M20 4 10 14M18 14v6H4V6h6',
  download: 'M12 3v13M7 11l5 5 5-5M4 21h16',
  keep: 'M6 3h12v18l-6-5-6 5zM9 8h6M9 12h6',
  write: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  shield: 'M12 2.5 20 6v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6zM8.5 12l2.5 2.5 4.5-5',
  report: 'M4 4h12v12H4zM7 8h6M7 12h4M13.5 17a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M19.5 19.5l2.5 2.5',
  pension: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M8.5 7l3.5 5 3.5-5M12 12v6M8.5 12h7M8.5 15h7',
  medical: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  travel: 'M5 4h14v13H5zM5 11h14M7 17v3M17 17v3M8 14h1.5M14.5 14H16',
  card: 'M3 5h18v14H3zM6 10.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5.5 16c.5-2 5.5-2 6 0M14 10h4M14 14h4',
  appointment: 'M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M8 15l2.5 2.5L16 13',
  phone:
    'M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v4c0 1-1 2-2 2C10.5 21 3 13.5 3 5c0-1 1-2 2-2z',
} as const;
export type IconName = keyof typeof ICONS;
