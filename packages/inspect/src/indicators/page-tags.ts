import type { Indicator } from '../finding.ts';

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const CONTENT = ['ArticleTitle', 'PubDate', 'ContentSource'];
/** What a template writes when it has nothing: seen on live sites, and counted as missing by the inspection. */
const NOTHING = /^(|null|undefined|\[object Object\])$/;

/**
 * The required tags of the site, the column and the content. A page with one tag of a group is a page of that kind:
 * the home page carries the first group, column pages two, content pages all three.
 */
export const pageTags: Indicator = {
  id: 'page-tags',
  title: '网页标签齐全',
  source: '政府网站发展指引 附件《网页设计规范》网页标签；检查指标“页面标签”',
  level: 'error',
  inspect({ metas }) {
    const isContent = CONTENT.some((name) => metas.has(name));
    const isColumn = isContent || COLUMN.some((name) => metas.has(name));
    const required = [...SITE, ...(isColumn ? COLUMN : []), ...(isContent ? CONTENT : [])];
    const missing = required.filter((name) => (metas.get(name) ?? ['']).some((value) => NOTHING.test(value.trim())));
    const doubled = required.filter((name) => (metas.get(name)?.length ?? 0) > 1);
    return [
      ...(missing.length > 0 ? [`缺少标签 ${missing.join('、')}`] : []),
      ...(doubled.length > 0 ? [`标签 ${doubled.join('、')} 写了不止一次`] : []),
    ];
  },
};
