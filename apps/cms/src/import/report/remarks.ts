/** What the importer noticed and only a person can settle, in the order of the report. */
export const REMARK_KINDS = {
  'refused-row': '没有搬来的内容',
  'kept-draft': '留作草稿、没有发布的内容',
  'unmapped-column': '没有对应上的旧分类',
  'missing-picture': '找不到的图片',
  'missing-attachment': '找不到的附件',
  'refused-file': '不能上传的文件',
  'only-attachment': '正文只有附件',
  'only-picture': '正文只有图片',
  'missing-alternative': '图片没有替代文字',
  'unknown-date': '日期不明',
  'layout-table': '用表格排版',
  'personal-data': '可能有个人信息',
  'unknown-link': '指向未知旧网址的链接',
  'refused-redirect': '没有做的跳转',
  'skipped-page': '跳过的页面',
} as const;
export type RemarkKind = keyof typeof REMARK_KINDS;

/** Something about one document that a person should look at. */
export interface Remark {
  kind: RemarkKind;
  detail: string;
}

/** A remark with the document it belongs to. */
export interface PlacedRemark extends Remark {
  place: string;
  title: string;
}
