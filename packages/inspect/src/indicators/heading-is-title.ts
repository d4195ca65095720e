import type { Indicator } from '../finding.ts';

const compact = (text: string) => text.replace(/\s+/g, '');

/** What machines read as the title of a content page is what people read. */
export const headingIsTitle: Indicator = {
  id: 'heading-is-title',
  title: '标题与标签一致',
  source: '政府网站发展指引 附件《网页设计规范》网页标签 ArticleTitle',
  level: 'warning',
  inspect({ metas, headings }) {
    const [title] = metas.get('ArticleTitle') ?? [];
    const [heading] = headings;
    if (title === undefined || heading === undefined || compact(title) === compact(heading)) return [];
    return [`标签 ArticleTitle 是“${title}”，页面标题是“${heading}”`];
  },
};
