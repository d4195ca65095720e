import type { Indicator } from '../finding.ts';

/** The site's security policy refuses inline scripts and styles: a visitor would see the page without them. */
export const noInline: Indicator = {
  id: 'no-inline',
  title: '内嵌脚本和样式',
  source: '政府网站发展指引 五（安全防护）；本平台的内容安全策略',
  level: 'error',
  inspect: ({ inline }) => [...new Set(inline)].map((place) => `${place} 会被安全策略拒绝`),
};
