import type { Article, EntryOf } from '../src/index.ts';
import { exampleFile, refTo } from './site.ts';

type Facts = Partial<Article> & Pick<Article, 'title' | 'body' | 'publishedOn'>;

const article = (id: string, publicId: string, column: 'news' | 'notices', facts: Facts): EntryOf<'article'> => {
  const slug = column === 'news' ? 'yaowen' : 'tongzhi';
  const month = facts.publishedOn!.slice(0, 7).replace('-', '');
  return {
    type: 'article',
    documentId: `article-${id}`,
    locale: 'zh-Hans',
    version: `article-${id}-1`,
    data: {
      column: refTo('column', `column-${column}`),
      agency: refTo('agency', 'agency-office'),
      alsoIn: [],
      audiences: [],
      attachments: [],
      path: `/zixun/${slug}/${month}/${publicId}/`,
      ...facts,
    },
  };
};

/** `article-heating` has every field filled; the last one was brought over with a date only. */
export const exampleArticles: EntryOf<'article'>[] = [
  {
    ...article('heating', 'n4h8k2w6', 'news', {
      title: '市政府常务会议研究冬季供暖保障，要求 25 日前完成老旧管网抢修',
      subtitle: '已抢修 31 公里，还剩 4 公里',
      alsoIn: [refTo('column', 'column-notices')],
      summary: '会议要求 11 月 25 日前完成剩余 4 公里老旧管网抢修，室温不达标的按天退费。',
      body: '<p>11 月 21 日下午，市政府召开第 71 次常务会议，研究冬季供暖保障。</p><h2>管网抢修</h2><p>今年列入改造的 35 公里老旧管网已完成 31 公里。剩下的 4 公里集中在<strong>河西路北段</strong>和纺织新村，25 日前必须完工。</p><figure><img src="media:heating-photo" alt=""><figcaption>11 月 20 日，施工人员在纺织新村更换供热管道。</figcaption></figure><h2>室温不达标怎么办</h2><ol><li>打 12345 或者供热公司电话报修。</li><li>工作人员 24 小时内上门测温。</li><li>低于 18 ℃ 的，从报修当天起按天退费。</li></ol><p>测温和退费的办法见<a href="entry:policy-document/policy-lift">有关文件</a>，天气情况以<a href="https://weather.wangchuan.example/today?city=1&amp;day=2">天气网站</a>为准。</p><h2>各区准备情况</h2><table><caption>各区（县）供暖准备情况（11 月 21 日）</caption><thead><tr><th scope="col">区（县）</th><th scope="col">应改造（公里）</th><th scope="col">已完成（公里）</th></tr></thead><tbody><tr><th scope="row">河东区</th><td>12.5</td><td>12.5</td></tr><tr><th scope="row">河西区</th><td>16.0</td><td>12.0</td></tr><tr><th scope="row">青溪县</th><td>6.5</td><td>6.5</td></tr></tbody></table>',
      cover: exampleFile('heating-cover', '供热抢修.svg', {
        mime: 'image/svg+xml',
        width: 960,
        height: 540,
        alt: '纺织新村路口，三名工人正在更换供热管道',
      }),
      source: '望川日报',
      sourceUrl: 'https://news.wangchuan.example/2026/1121/heating.html',
      author: '陈禾',
      editor: '林夏',
      audiences: ['citizen', 'business'],
      attachments: [exampleFile('heating-list', '老旧管网抢修路段清单.pdf', { size: 218_000 })],
      disclosure: {
        category: '20-15',
        indexNumber: '990000001/2026-00231',
        summary: '市政府第 71 次常务会议研究供暖保障的情况',
        madeOn: '2026-11-21',
        openness: 'proactive',
        opennessReason: '涉及公众利益调整，依法主动公开',
      },
      publishedOn: '2026-11-22',
      changeNotes: [{ on: '2026-11-22', note: '写明供暖投诉电话的受理时间。' }],
      firstPublishedAt: '2026-11-22T00:10:00.000Z',
    }),
    bodyFiles: [
      exampleFile('heating-photo', '更换管道.svg', {
        mime: 'image/svg+xml',
        width: 960,
        height: 640,
        alt: '两名工人在沟槽里对接一段粗大的供热管道，旁边立着警示灯',
      }),
    ],
  },
  article('station', 'k7s3d9q2', 'news', {
    title: '望川东站片区综合开发启动，先建学校和公交场站',
    summary: '片区规划 3.2 平方公里，一所九年制学校和一个公交首末站 12 月开工。',
    body: '<p>11 月 20 日，望川东站片区综合开发启动。片区规划面积 3.2 平方公里，先建一所九年一贯制学校和一个公交首末站，2028 年 9 月前投入使用。</p>',
    publishedOn: '2026-11-21',
    firstPublishedAt: '2026-11-21T01:30:00.000Z',
  }),
  article('childcare', 'p2m6t8v4', 'news', {
    title: '今年民生实事过半：新增托位 1,860 个、停车位 4,200 个',
    summary: '12 件民生实事中，7 件已完成全年任务。',
    body: '<p>到 10 月底，今年的 12 件民生实事已有 7 件完成全年任务：新增普惠托位 1,860 个，公共停车位 4,200 个，改造老旧小区 46 个。</p>',
    publishedOn: '2026-11-20',
    firstPublishedAt: '2026-11-20T02:00:00.000Z',
  }),
  article('bus', 'x5b9r3n7', 'news', {
    title: '三条夜间公交线路 12 月起延长到 23:30',
    summary: '12 路、26 路、31 路末班车推迟一小时。',
    body: '<p>12 月 1 日起，12 路、26 路、31 路的末班车由 22:30 推迟到 23:30，方便下晚班的人回家。</p>',
    publishedOn: '2026-11-19',
    firstPublishedAt: '2026-11-19T03:20:00.000Z',
  }),
  article('insurance', 'h3c7f5y9', 'notices', {
    title: '关于 2027 年度城乡居民基本医疗保险集中缴费的通告',
    summary: '缴费时间到 12 月 31 日，每人 400 元，可以网上缴、电话缴、到村（社区）缴。',
    body: '<p class="addressee">各位参保居民：</p><p>2027 年度城乡居民基本医疗保险集中缴费已经开始，现将有关事项通告如下。</p><h2>一、时间和标准</h2><p>集中缴费期到 2026 年 12 月 31 日，个人缴费每人 400 元。</p><h2>二、怎么缴</h2><ul><li>网上：本网站“政务服务”栏目。</li><li>电话：拨打 12345，有人帮您办。</li><li>现场：户籍所在村（社区）服务站。</li></ul><p class="signature">望川市医疗保障局<br>2026 年 11 月 20 日</p>',
    agency: refTo('agency', 'agency-medical'),
    publishedOn: '2026-11-22',
    firstPublishedAt: '2026-11-22T00:00:00.000Z',
  }),
  article('roadworks', 'q8w4z6j2', 'notices', {
    title: '河西路北段 11 月 25 日至 12 月 10 日封闭施工，请绕行',
    summary: '公交 12 路、31 路临时改走纺织路。',
    body: '<p>因供热管网抢修，河西路北段（纺织路至环城北路）11 月 25 日 8:00 至 12 月 10 日 18:00 封闭施工，请绕行纺织路。公交 12 路、31 路临时改道。</p>',
    publishedOn: '2026-11-20',
    firstPublishedAt: '2026-11-20T06:15:00.000Z',
  }),
  article('teachers', 'd6g2l8s5', 'notices', {
    title: '2026 年上半年教师资格认定结果公告',
    body: '<p>2026 年上半年教师资格认定工作已经结束，共有 312 人通过，名单见市教育局公告栏。</p>',
    publishedOn: '2026-06-18',
  }),
];
