import type { EntryOf } from '../src/index.ts';
import { exampleFile, refTo } from './site.ts';

const webp = { mime: 'image/webp', width: 480, height: 600 };

/** `leader-wen` has every field filled. */
export const exampleLeaders: EntryOf<'leader'>[] = [
  {
    type: 'leader',
    documentId: 'leader-wen',
    locale: 'zh-Hans',
    version: 'leader-wen-1',
    data: {
      title: '温砚秋',
      column: refTo('column', 'column-leaders'),
      agency: refTo('agency', 'agency-office'),
      position: '市人民政府市长',
      portrait: exampleFile('leader-wen', '温砚秋.webp', { ...webp, alt: '温砚秋的正面照（示意图）。' }),
      birth: '1971 年 6 月',
      nativePlace: '望川漪水',
      education: '大学，工学学士',
      duties: '<p>领导市政府全面工作。负责审计工作，分管市审计局。</p>',
      resume: '<p>1993 年参加工作，先后在水利站、县水利局、市发展改革委工作。</p><p>2024 年 1 月任望川市市长。</p>',
      order: 1,
      disclosure: {
        category: '20-02',
        indexNumber: '990000001/2026-00021',
        summary: '市长分工和简历',
        madeOn: '2026-03-02',
        openness: 'proactive',
        opennessReason: '机关负责人信息，依法主动公开',
      },
      editor: '林夏',
      path: '/gongkai/lingdao/202603/l5d2w8y1/',
      publishedOn: '2026-03-02',
      firstPublishedAt: '2026-03-02T02:00:00.000Z',
    },
  },
  {
    type: 'leader',
    documentId: 'leader-gu',
    locale: 'zh-Hans',
    version: 'leader-gu-1',
    data: {
      title: '顾南乔',
      column: refTo('column', 'column-leaders'),
      agency: refTo('agency', 'agency-office'),
      position: '市人民政府副市长',
      duties: '<p>负责教育、卫生健康、医疗保障和民政工作。</p>',
      resume: '<p>1998 年参加工作，曾任小学教师、区教育局局长。</p>',
      order: 2,
      path: '/gongkai/lingdao/202603/g7n4q3z6/',
      publishedOn: '2026-03-02',
    },
  },
];

/** `dataset-toilets` has every field filled. */
export const exampleDatasets: EntryOf<'dataset'>[] = [
  {
    type: 'dataset',
    documentId: 'dataset-toilets',
    locale: 'zh-Hans',
    version: 'dataset-toilets-1',
    data: {
      title: '公共厕所分布',
      column: refTo('column', 'column-data'),
      agency: refTo('agency', 'agency-housing'),
      identifier: '990000006/DS-0003',
      theme: 'housing',
      keywords: '公共厕所、无障碍、母婴室',
      summary: '全市 412 座公共厕所的位置、开放时间，以及有没有无障碍厕位和母婴台。',
      openness: 'conditional',
      openCondition: '注明来源，不得用于商业导航的竞价排序',
      licence: '望川市公共数据开放许可（署名）',
      licenceUrl: 'https://www.wangchuan.gov.cn/example/licence.html',
      frequency: 'quarter',
      updatedOn: '2026-10-08',
      spatial: '望川市',
      coversFrom: '2020-01-01',
      coversTo: '2026-09-30',
      resources: [
        {
          title: '公共厕所分布（CSV）',
          file: exampleFile('toilets', '望川市公共厕所分布.csv', { mime: 'text/csv', size: 38_400 }),
          description: 'UTF-8 编码，坐标为 CGCS2000 经纬度。',
          rowCount: 412,
          preview: [
            ['id', 'name', 'district', 'open', 'accessible'],
            ['001', '滨江路三号公厕', '临江区', '00:00-24:00', '1'],
            ['002', '书院街公厕', '临江区', '06:00-22:00', '0'],
          ],
        },
      ],
      fields: [
        {
          name: 'accessible',
          label: '无障碍厕位',
          kind: 'code',
          length: 1,
          description: '有没有无障碍厕位',
          dictionary: '1 有；0 没有',
        },
        { name: 'name', label: '名称', kind: 'text' },
      ],
      body: '<p>坐标由巡查人员现场采集，误差在 5 米以内。</p>',
      phone: '0000-660 3420',
      email: 'data@wangchuan.example',
      audiences: ['citizen', 'visitor'],
      disclosure: {
        category: '21-02',
        indexNumber: '990000006/2026-00091',
        summary: '公共厕所分布数据',
        madeOn: '2026-10-08',
        openness: 'proactive',
        opennessReason: '公共服务信息，依法主动公开',
      },
      path: '/shuju/202610/d4t9s2w7/',
      publishedOn: '2026-10-08',
      firstPublishedAt: '2026-10-08T02:00:00.000Z',
    },
  },
];

/** `topic-lift` has every field filled; the other is over. */
export const exampleTopics: EntryOf<'topic'>[] = [
  {
    type: 'topic',
    documentId: 'topic-lift',
    locale: 'zh-Hans',
    version: 'topic-lift-1',
    data: {
      title: '老楼加装电梯',
      column: refTo('column', 'column-topics'),
      agency: refTo('agency', 'agency-housing'),
      summary: '邻居怎么商量、钱怎么分、找谁审批，一页看完。',
      banner: exampleFile('topic-lift', '加装电梯.webp', {
        mime: 'image/webp',
        width: 1200,
        height: 500,
        alt: '加装了电梯的老居民楼。',
        caption: '柳浦巷 12 号楼。',
      }),
      body: '<p>全市已有 307 台电梯加装完成，还有 96 台在建。</p>',
      blocks: [
        { title: '先和邻居商量', body: '<p>三分之二以上的业主参加表决，其中四分之三同意。</p>' },
        {
          title: '钱从哪里来',
          body: '<p>每台补助 20 万元，可以提取<a href="entry:service-item/service-fund">住房公积金</a>。</p>',
        },
      ],
      articles: [refTo('article', 'article-heating')],
      policies: [refTo('policy-document', 'policy-lift')],
      services: [refTo('service-item', 'service-fund')],
      archived: true,
      archivedOn: '2026-11-01',
      audiences: ['citizen'],
      editor: '林夏',
      path: '/gongkai/zhuanti/202605/t2p6l8x3/',
      publishedOn: '2026-05-06',
      firstPublishedAt: '2026-05-06T02:00:00.000Z',
    },
  },
  {
    type: 'topic',
    documentId: 'topic-flood',
    locale: 'zh-Hans',
    version: 'topic-flood-1',
    data: {
      title: '2026 年冬季保供暖',
      column: refTo('column', 'column-topics'),
      agency: refTo('agency', 'agency-office'),
      summary: '几点开始供、不热找谁、困难家庭怎么补。',
      blocks: [],
      articles: [],
      policies: [],
      services: [],
      archived: false,
      audiences: [],
      path: '/gongkai/zhuanti/202611/f8h3n5k1/',
      publishedOn: '2026-11-10',
    },
  },
];

/** `supervision-quarter` has every field filled. */
export const exampleSupervisionReports: EntryOf<'supervision-report'>[] = [
  {
    type: 'supervision-report',
    documentId: 'supervision-quarter',
    locale: 'zh-Hans',
    version: 'supervision-quarter-1',
    data: {
      title: '2026 年第三季度来信办理督查通报',
      column: refTo('column', 'column-supervision'),
      agency: refTo('agency', 'agency-office'),
      kind: 'cases',
      period: '2026 年第三季度',
      summary: '收到来信 5,412 封，按时答复率 98.7%；点名 2 个超期单位。',
      body: '<p>第三季度，45 个单位全部按时答复，2 个单位有超期。</p>',
      findings: [
        {
          responsible: '市住房和城乡建设局',
          matter: '3 封来信超期 2 到 5 个工作日',
          dueOn: '2026-10-31',
          state: 'done',
          result: '已逐封致电说明，增加 1 名办件人员。',
        },
        { responsible: '东岭区', matter: '答复只说“已转有关部门”', dueOn: '2026-11-30', state: 'open' },
      ],
      attachments: [exampleFile('supervision-table', '第三季度办理情况表.pdf', { size: 210_000 })],
      disclosure: {
        category: '20-15',
        indexNumber: '990000001/2026-00301',
        summary: '第三季度来信办理督查情况',
        madeOn: '2026-10-15',
        openness: 'proactive',
        opennessReason: '依法主动公开',
      },
      editor: '林夏',
      path: '/jiancha/202610/s3v7b1n4/',
      publishedOn: '2026-10-16',
      firstPublishedAt: '2026-10-16T02:00:00.000Z',
    },
  },
];
