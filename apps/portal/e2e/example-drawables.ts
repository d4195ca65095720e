import type { Drawable } from '@mingchuang/content';
import { exampleSnapshot, EXAMPLE_TODAY } from '@mingchuang/content/examples';

import { buildCatalogue } from '../src/site/catalogue.ts';
import { buildFrame } from '../src/site/frame.ts';
import { letterDrawables } from './letter-drawables.ts';

/** Pages that the gateway draws for one visitor, with believable props, so that they are looked at and tested too. */
export function exampleDrawables(): Drawable[] {
  const { frame } = buildFrame(buildCatalogue(exampleSnapshot(), { today: EXAMPLE_TODAY })!, '首页');
  return [
    ...letterDrawables(frame),
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
