import type { Indicator } from '../finding.ts';

/** Who cannot see a picture gets its text; a mere decoration says so with an empty one. */
export const altText: Indicator = {
  id: 'alt-text',
  title: '图片替代文字',
  source: 'GB/T 37668-2019 非文本内容；WCAG 2.2 1.1.1',
  level: 'warning',
  inspect: ({ images }) => images.filter(({ alt }) => alt === undefined).map(({ src }) => `图片 ${src} 没有替代文字（alt）`),
};
