import type { Indicator } from '../finding.ts';
import type { PageFacts } from '../read-page.ts';

const footerLink = (facts: PageFacts, fits: (link: PageFacts['links'][number]) => boolean) =>
  facts.links.some((link) => link.inFooter && fits(link));
const footerSays = (facts: PageFacts, pattern: RegExp) => pattern.test(facts.footerText);

/** The seven things the bottom of every page must show, and how each is recognised. */
const ELEMENTS: Record<string, (facts: PageFacts) => boolean> = {
  党政机关网站标识: (facts) => footerLink(facts, ({ href, text }) => /conac\.cn/.test(href) || /党政机关/.test(text)),
  '“我为政府网站找错”入口': (facts) => footerLink(facts, ({ href, text }) => /找错/.test(text) || /jiucuo/.test(href)),
  网站标识码: (facts) => footerSays(facts, /标识码[：:\s]*[a-z]{0,2}\d{8,10}/),
  '主办单位和联系方式': (facts) => footerSays(facts, /主办/) && footerSays(facts, /电话|联系/),
  ICP备案编号: (facts) => footerSays(facts, /ICP备/),
  公安机关备案号: (facts) => footerSays(facts, /公网安备/),
  站点地图: (facts) => footerLink(facts, ({ text }) => /(站点|网站)地图/.test(text)),
};

/** The footer is the same on all pages and names who is responsible for the site. */
export const footerElements: Indicator = {
  id: 'footer-elements',
  title: '页脚要素',
  source: '政府网站发展指引 附件《网页设计规范》底部功能区',
  level: 'warning',
  inspect(facts) {
    const missing = Object.keys(ELEMENTS).filter((name) => !ELEMENTS[name]!(facts));
    return missing.length > 0 ? [`页脚缺少${missing.join('、')}`] : [];
  },
};
