import { MODE_MARKER } from '@mingchuang/content';

import type { Indicator } from '../finding.ts';

/** The elderly address is made by replacing this one marker: without it, or with two, that address is broken. */
export const elderlyMarker: Indicator = {
  id: 'elderly-marker',
  title: '长者版标记',
  source: '国办发〔2020〕45 号 适老化改造；本平台约定',
  level: 'error',
  inspect: ({ modeMarkers }) => (modeMarkers === 1 ? [] : [`${MODE_MARKER} 应当正好出现一次，实际 ${modeMarkers} 次`]),
};
