import type { AnnualReport, EntryOf, PublicNotice } from '../src/index.ts';
import { annualFigures } from './annual-figures.ts';
import { exampleFile, refTo } from './site.ts';

const docx = { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', size: 46_000 };
const disclosureOf = (
  category: '20-02' | '20-05' | '20-11' | '20-15',
  indexNumber: string,
  summary: string,
  madeOn: string,
) => ({
  category,
  indexNumber,
  summary,
  madeOn,
  openness: 'proactive' as const,
  opennessReason: '依法主动公开',
});
const inOffice = { agency: refTo('agency', 'agency-office') };

/** `disclosure-guide` has every field filled. */
export const exampleDisclosurePages: EntryOf<'disclosure-page'>[] = [
  {
    type: 'disclosure-page',
    documentId: 'disclosure-guide',
    locale: 'zh-Hans',
    version: 'disclosure-guide-1',
    data: {
      ...inOffice,
      title: '望川市人民政府信息公开指南',
      column: refTo('column', 'column-guides'),
      kind: 'guide',
      summary: '主动公开什么、在哪里找、找不到怎么申请。',
      body: '<h2>一、主动公开什么</h2><p>市政府制发的文件、规划、预决算和民生领域的信息，按法定类别编入<a href="entry:column/column-catalogue">目录</a>，每条都有索引号、名称、内容概述和生成日期。</p><h2>二、公开机构</h2><ul><li>望川市人民政府办公室信息公开科，滨江路 1 号东楼 208 室；</li><li>电话 0000-660 1211，传真 0000-660 1212；</li><li>周一至周五 9:00—12:00，13:30—17:30。</li></ul><h2>三、怎样申请公开</h2><p>写清您是谁、要什么信息、怎么给您，当面交、寄信或者在线提交。20 个工作日内答复。</p>',
      source: '望川市人民政府办公室',
      updatedOn: '2026-03-25',
      attachments: [exampleFile('foi-form', '政府信息公开申请表.docx', docx)],
      disclosure: disclosureOf('20-02', '990000001/2026-00056', '公开信息的分类、查找办法和公开机构', '2026-03-25'),
      editor: '林夏',
      path: '/gongkai/zfxxgk/zhinan/202603/g1z3h5n7/',
      publishedOn: '2026-03-27',
      changeNotes: [{ on: '2026-11-06', note: '更新申请受理机构的地址和电话。' }],
      firstPublishedAt: '2026-03-27T01:00:00.000Z',
    },
  },
  {
    type: 'disclosure-page',
    documentId: 'disclosure-regime',
    locale: 'zh-Hans',
    version: 'disclosure-regime-1',
    data: {
      ...inOffice,
      title: '政府信息公开审查和发布办法',
      column: refTo('column', 'column-regimes'),
      kind: 'regime',
      summary: '信息公开以前由谁审、审什么、几天审完。',
      body: '<p>公开以前先作保密审查，起草单位初审，信息公开科复审，三个工作日内办完。</p>',
      attachments: [],
      path: '/gongkai/zfxxgk/zhidu/202404/z5d7s9f2/',
      publishedOn: '2024-04-18',
    },
  },
];

const report = {
  ...inOffice,
  column: refTo('column', 'column-reports'),
  attachments: [],
} satisfies Partial<AnnualReport>;

/** `report-2025` has every field filled; `report-2009` is a file only. */
export const exampleAnnualReports: EntryOf<'annual-report'>[] = [
  {
    type: 'annual-report',
    documentId: 'report-2025',
    locale: 'zh-Hans',
    version: 'report-2025-1',
    data: {
      ...report,
      title: '望川市人民政府 2025 年政府信息公开工作年度报告',
      year: 2025,
      summary: '全年主动公开 3,418 条，办结申请 77 件，没有被纠正的。',
      overview:
        '<p>2025 年，市政府通过门户网站主动公开信息 3,418 条，解读文件 26 份，办理依申请公开 77 件，按期办结率 100%。</p>',
      tables: annualFigures({
        'proactive.normative.made': 11,
        'proactive.normative.repealed': 4,
        'proactive.normative.inForce': 126,
        'proactive.rules.made': 1,
        'proactive.rules.inForce': 9,
        'proactive.licences.decisions': 48_216,
        'proactive.penalties.decisions': 2314,
        'proactive.coercion.decisions': 187,
        'proactive.fees.amount': 8623.45,
        'requests.received.person': 61,
        'requests.received.business': 14,
        'requests.received.legal': 3,
        'requests.carried.person': 2,
        'requests.granted.person': 38,
        'requests.granted.business': 9,
        'requests.granted.legal': 2,
        'requests.partial.person': 6,
        'requests.partial.business': 2,
        'requests.refused-4.person': 3,
        'requests.refused-5.business': 1,
        'requests.unavailable-1.person': 9,
        'requests.unavailable-1.business': 2,
        'requests.unavailable-2.person': 2,
        'requests.unprocessed-1.person': 2,
        'requests.closed-1.person': 0,
        'requests.closed-3.legal': 1,
        'requests.pending.person': 3,
        'remedies.review.upheld': 2,
        'remedies.direct.upheld': 1,
      }),
      problems: '<p>部分目录的内容概述太短，看标题猜不出写的是什么。2026 年逐条补写，每条 30 字以上。</p>',
      other: '<p>全年没有收取信息处理费。</p>',
      attachments: [exampleFile('report-2025-file', '2025年政府信息公开工作年度报告.docx', docx)],
      disclosure: disclosureOf('20-15', '990000001/2026-00031', '2025 年政府信息公开工作情况和统计表', '2026-03-10'),
      editor: '林夏',
      path: '/gongkai/zfxxgk/nianbao/202603/n2b4g6h8/',
      publishedOn: '2026-03-12',
      changeNotes: [{ on: '2026-04-02', note: '更正第三表一处合计数。' }],
      firstPublishedAt: '2026-03-12T02:00:00.000Z',
    },
  },
  {
    type: 'annual-report',
    documentId: 'report-2009',
    locale: 'zh-Hans',
    version: 'report-2009-1',
    data: {
      ...report,
      title: '望川市人民政府 2009 年政府信息公开工作年度报告',
      year: 2009,
      overview: '<p>2009 年主动公开信息 612 条，受理申请 5 件，全部答复。</p>',
      attachments: [exampleFile('report-2009-file', '2009年政府信息公开工作年度报告.pdf')],
      path: '/gongkai/zfxxgk/nianbao/201003/y9b2g4k6/',
      publishedOn: '2010-03-18',
    },
  },
];

const notice = {
  column: refTo('column', 'column-public-notices'),
  entries: [],
  audiences: [],
  attachments: [],
} satisfies Partial<PublicNotice>;

/** `notice-subsidy` has every field filled and is open; `notice-hiring` is over on the day the examples are seen. */
export const examplePublicNotices: EntryOf<'public-notice'>[] = [
  {
    type: 'public-notice',
    documentId: 'notice-subsidy',
    locale: 'zh-Hans',
    version: 'notice-subsidy-1',
    data: {
      ...notice,
      title: '2026 年第四批加装电梯补助资金公示',
      agency: refTo('agency', 'agency-housing'),
      kind: 'funds',
      documentNumber: '望住建公示〔2026〕41号',
      startsOn: '2026-11-18',
      endsOn: '2026-11-24',
      expiresOn: '2026-12-24',
      summary: '四个单元申请补助 68 万元，公示 7 天。',
      body: '<p>根据<a href="entry:policy-document/policy-lift">加装电梯管理办法</a>，下列项目拟给予补助。有不同意见的，请在公示期内写明理由和联系方式，交市住建局或者打电话。</p>',
      namesMasked: true,
      entries: [
        {
          name: '陈某某',
          subject: 'person',
          code: '990102********0012',
          area: '临江区书院社区',
          amount: '8,000 元',
          reason: '既有住宅加装电梯，一楼住户补偿',
        },
        {
          name: '望川市安行电梯有限公司',
          subject: 'organisation',
          area: '东岭区',
          amount: '17 万元',
          reason: '纺机路 12 号 3 单元',
        },
      ],
      contact: '0000-660 3366',
      audiences: ['citizen'],
      attachments: [exampleFile('subsidy-list', '补助明细.pdf', { size: 88_000 })],
      disclosure: disclosureOf('20-11', '990000006/2026-00112', '第四批加装电梯补助的项目和金额', '2026-11-17'),
      editor: '林夏',
      path: '/gongkai/gongshi/202611/g3s5b7z9/',
      publishedOn: '2026-11-18',
      changeNotes: [{ on: '2026-11-20', note: '写明异议受理的截止时间。' }],
      firstPublishedAt: '2026-11-18T01:00:00.000Z',
    },
  },
  {
    type: 'public-notice',
    documentId: 'notice-hiring',
    locale: 'zh-Hans',
    version: 'notice-hiring-1',
    data: {
      ...notice,
      title: '关于拟聘用何苗等二人的公示',
      agency: refTo('agency', 'agency-office'),
      kind: 'personnel',
      startsOn: '2026-06-01',
      endsOn: '2026-06-09',
      expiresOn: '2026-07-10',
      body: '<p>经考试、体检和考察，拟聘用何苗、许青为市政府办公室工作人员。</p>',
      namesMasked: false,
      entries: [
        { name: '何苗', subject: 'person', reason: '拟聘用' },
        { name: '许青', subject: 'person', reason: '拟聘用' },
      ],
      path: '/gongkai/gongshi/202606/p8y1r3n5/',
      publishedOn: '2026-06-01',
    },
  },
];

/** `power-residence` has every field filled and is bound to a service. */
export const examplePowerItems: EntryOf<'power-item'>[] = [
  {
    type: 'power-item',
    documentId: 'power-residence',
    locale: 'zh-Hans',
    version: 'power-residence-1',
    data: {
      title: '居住证签发',
      column: refTo('column', 'column-powers'),
      agency: refTo('agency', 'agency-police'),
      code: '990000003-QR-0012',
      powerType: 'confirmation',
      level: 'municipal',
      targets: '离开户籍地到本市居住半年以上的公民',
      basis: '<p>《居住证暂行条例》（国务院令第 663 号）第二条、第八条。</p>',
      duties:
        '<ul><li>受理：一次告知要补的材料。</li><li>审核：8 个工作日内核对居住登记。</li><li>送达：发证并告知签注时间。</li></ul>',
      accountability: '<p>符合条件不予受理、超过期限不签发、收取规定以外费用的，依法追究责任。</p>',
      service: refTo('service-item', 'service-residence'),
      complaintPhone: '0000-660 5199',
      disclosure: disclosureOf('20-05', '990000003/2026-00044', '居住证签发的依据、责任和监督电话', '2026-07-01'),
      path: '/gongkai/quanze/202607/q4z6j8k1/',
      publishedOn: '2026-07-03',
      changeNotes: [{ on: '2026-10-09', note: '按修订后的条例更新实施依据。' }],
      firstPublishedAt: '2026-07-03T01:00:00.000Z',
    },
  },
  {
    type: 'power-item',
    documentId: 'power-dust',
    locale: 'zh-Hans',
    version: 'power-dust-1',
    data: {
      title: '对施工工地不采取防尘措施的处罚',
      column: refTo('column', 'column-powers'),
      agency: refTo('agency', 'agency-housing'),
      powerType: 'penalty',
      basis: '<p>《中华人民共和国大气污染防治法》第一百一十五条。</p>',
      duties: '<p>立案、调查、告知、决定、送达，全过程记录。</p>',
      accountability: '<p>没有依据处罚、改变处罚种类和幅度的，依法追究责任。</p>',
      path: '/gongkai/quanze/202607/d2f4c6h8/',
      publishedOn: '2026-07-03',
    },
  },
];
