/** A type of content as the home page offers it. */
export interface OfferedType {
  uid: string;
  name: string;
  action: string;
}
interface Group {
  title: string;
  types: OfferedType[];
}

const type = (singular: string, name: string, action: string): OfferedType => ({ uid: `api::${singular}.${singular}`, name, action });

/** What editors write, by the task they do it for, in the order they reach for it. */
export const GROUPS: Group[] = [
  { title: '信息发布', types: [type('article', '信息', '写信息'), type('topic', '专题', '做专题'), type('alert', '应急公告', '发应急公告')] },
  {
    title: '政策',
    types: [type('policy-document', '政策文件', '发政策文件'), type('interpretation', '政策解读', '写政策解读')],
  },
  { title: '办事', types: [type('service-item', '事项', '写办事指南'), type('journey', '一件事', '编一件事'), type('faq', '问答', '写问答')] },
  {
    title: '互动',
    types: [type('consultation', '民意征集', '征集意见'), type('survey', '网上调查', '做网上调查'), type('interview', '在线访谈', '办在线访谈')],
  },
  {
    title: '信息公开',
    types: [
      type('public-notice', '公示', '发公示'),
      type('disclosure-page', '公开指南和制度', '写公开指南和制度'),
      type('annual-report', '公开年报', '编公开年报'),
      type('budget', '预决算', '公开预决算'),
      type('project', '重大项目', '写重大项目'),
      type('leader', '领导', '介绍领导'),
    ],
  },
  {
    title: '数据和监督',
    types: [
      type('statistic', '统计数据', '发统计数据'),
      type('dataset', '数据集', '开放数据集'),
      type('power-item', '权责事项', '列权责事项'),
      type('supervision-report', '督查通报', '发督查通报'),
    ],
  },
];

export const WRITABLE_TYPES: OfferedType[] = GROUPS.flatMap(({ types }) => types);

/** What the site is made of, kept by its administrators. */
export const OWN_TYPES = [
  { uid: 'api::site.site', name: '站点' },
  { uid: 'api::column.column', name: '栏目' },
  { uid: 'api::agency.agency', name: '机构' },
  { uid: 'api::redirect.redirect', name: '跳转' },
  { uid: 'api::search-rule.search-rule', name: '搜索规则' },
];
