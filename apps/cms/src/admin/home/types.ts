/** What editors write every day, in the order they reach for it. */
export const WRITABLE_TYPES = [
  { uid: 'api::article.article', name: '信息', action: '写信息' },
  { uid: 'api::policy-document.policy-document', name: '政策文件', action: '写政策文件' },
  { uid: 'api::interpretation.interpretation', name: '政策解读', action: '写政策解读' },
  { uid: 'api::service-item.service-item', name: '事项', action: '写办事事项' },
  { uid: 'api::faq.faq', name: '问答', action: '写问答' },
  { uid: 'api::alert.alert', name: '应急公告', action: '发应急公告' },
];

/** What the site is made of, kept by its administrators. */
export const OWN_TYPES = [
  { uid: 'api::site.site', name: '站点' },
  { uid: 'api::column.column', name: '栏目' },
  { uid: 'api::agency.agency', name: '机构' },
  { uid: 'api::redirect.redirect', name: '跳转' },
];
