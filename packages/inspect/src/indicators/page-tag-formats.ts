import type { Indicator } from '../finding.ts';

const COLUMN_TYPES =
  '首页、概况信息、机构职能、负责人信息、工作动态、政策文件、信息公开指南、信息公开目录、信息公开年报、依申请公开、数据发布、数据开放、政策解读、回应关切、办事服务、咨询投诉、征集调查、在线访谈'.split('、');

/** What each tag must look like. A document that was brought over with its day only shows the day: a time is never invented. */
const FORMATS: Record<string, { isRight: (value: string) => boolean; expected: string }> = {
  SiteDomain: { isRight: (value) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value), expected: '不带协议和斜杠的域名' },
  SiteIDCode: { isRight: (value) => /^([a-z]{2}\d{8}|\d{10})$/.test(value), expected: '10 位标识码' },
  ColumnType: { isRight: (value) => COLUMN_TYPES.includes(value), expected: '规定的栏目类型之一' },
  PubDate: { isRight: (value) => /^\d{4}-\d{2}-\d{2}( ([01]\d|2[0-3]):[0-5]\d)?$/.test(value), expected: 'YYYY-MM-DD HH:MM' },
};

/** The values of the tags, as the supervising platform parses them. */
export const pageTagFormats: Indicator = {
  id: 'page-tag-formats',
  title: '网页标签格式',
  source: '政府网站发展指引 附件《网页设计规范》网页标签',
  level: 'warning',
  inspect: ({ metas }) =>
    Object.entries(FORMATS).flatMap(([name, { isRight, expected }]) =>
      (metas.get(name) ?? []).filter((value) => !isRight(value)).map((value) => `标签 ${name} 的值“${value}”应当是${expected}`),
    ),
};
