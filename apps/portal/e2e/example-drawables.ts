import type { ActiveAlert, Drawable } from '@mingchuang/content';
import { exampleAlert, exampleSnapshot, EXAMPLE_TODAY } from '@mingchuang/content/examples';

import { buildCatalogue } from '../src/site/catalogue.ts';
import { buildFrame } from '../src/site/frame.ts';
import { letterDrawables } from './letter-drawables.ts';
import { previewDrawables } from './preview-drawables.ts';
import { takingPartDrawables } from './taking-part-drawables.ts';

/** Two at once, the second without a place and a link. */
const exampleAlerts: ActiveAlert[] = [
  { id: exampleAlert.documentId, ...exampleAlert.data },
  {
    id: 'alert-water',
    title: '临时停水',
    level: 'yellow',
    message: '滨江路水管抢修，22 日 9 时到 15 时停水，请提前存水。',
    startsAt: '2026-11-22T00:30:00.000Z',
    endsAt: '2026-11-22T07:00:00.000Z',
  },
];

/** Pages that the gateway draws for one visitor, with believable props, so that they are looked at and tested too. */
export function exampleDrawables(): Drawable[] {
  const { frame } = buildFrame(buildCatalogue(exampleSnapshot(), { today: EXAMPLE_TODAY })!, '首页');
  return [
    ...letterDrawables(frame),
    ...takingPartDrawables(frame),
    ...previewDrawables(frame),
    { path: '/alert-strip/', template: 'AlertStrip', props: { alerts: exampleAlerts } },
    {
      path: '/link/',
      template: 'ExternalLink',
      props: { frame, url: 'https://weather.wangchuan.example/today?city=1&day=2' },
    },
    {
      path: '/error/',
      template: 'Notice',
      props: {
        frame,
        status: 503,
        title: '服务暂时不可用',
        message: '系统正在维护，请过几分钟再试。您写的内容没有丢。',
        links: [{ label: '回首页', url: '/' }],
      },
    },
  ];
}
