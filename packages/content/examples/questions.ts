import type { EntryOf } from '../src/index.ts';
import { refTo } from './site.ts';

/** `faq-fund` has every field filled. */
export const exampleQuestions: EntryOf<'faq'>[] = [
  {
    type: 'faq',
    documentId: 'faq-fund',
    locale: 'zh-Hans',
    version: 'faq-fund-1',
    data: {
      title: '租房能提取公积金吗？',
      otherWays: '公积金可以交房租吗\n房租怎么用公积金',
      column: refTo('column', 'column-questions'),
      agency: refTo('agency', 'agency-housing'),
      answer:
        '<p>能。连续缴满三个月，在望川没有住房，每人每月可以提 2,000 元。</p><ol><li>登录<a href="entry:service-item/service-fund">网上申请</a>。</li><li>授权查询住房信息，不用交证明。</li><li>当天到账。</li></ol>',
      service: refTo('service-item', 'service-fund'),
      policies: [refTo('policy-document', 'policy-lift')],
      audiences: ['citizen'],
      reviewedOn: '2026-11-02',
      path: '/fuwu/wenda/202609/w3q7e1r5/',
      publishedOn: '2026-09-12',
      changeNotes: [{ on: '2026-11-11', note: '按新的提取办法改写答案。' }],
      firstPublishedAt: '2026-09-12T01:00:00.000Z',
    },
  },
  {
    type: 'faq',
    documentId: 'faq-insurance',
    locale: 'zh-Hans',
    version: 'faq-insurance-1',
    data: {
      title: '2027 年的医保什么时候缴、缴多少？',
      column: refTo('column', 'column-questions'),
      agency: refTo('agency', 'agency-medical'),
      answer: '<p>2026 年 12 月 31 日前缴，每人 400 元。低保户、重度残疾人由政府代缴。</p>',
      policies: [],
      audiences: ['citizen', 'rural'],
      path: '/fuwu/wenda/202611/y9u5i1o7/',
      publishedOn: '2026-11-05',
      firstPublishedAt: '2026-11-05T01:00:00.000Z',
    },
  },
];
