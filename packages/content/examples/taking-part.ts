import type { Consultation, EntryOf, Interview, Survey } from '../src/index.ts';
import { exampleFile, refTo } from './site.ts';

const envelope = <T extends string>(type: T, id: string) => ({ type, documentId: `${type}-${id}`, locale: 'zh-Hans' as const, version: `${type}-${id}-1` });
const pathOf = (column: string, publishedOn: string, publicId: string) => `/hudong/${column}/${publishedOn.slice(0, 7).replace('-', '')}/${publicId}/`;
const photo = { mime: 'image/svg+xml', width: 960, height: 640 };

type ConsultationFacts = Omit<Consultation, 'column' | 'agency' | 'documents' | 'audiences' | 'attachments' | 'path'> & Partial<Consultation> & { publishedOn: string };

const consultation = (id: string, publicId: string, facts: ConsultationFacts): EntryOf<'consultation'> => ({
  ...envelope('consultation', id),
  data: {
    column: refTo('column', 'column-consultations'),
    agency: refTo('agency', 'agency-housing'),
    documents: [],
    audiences: [],
    attachments: [],
    path: pathOf('zhengji', facts.publishedOn, publicId),
    ...facts,
  },
});

/** `consultation-lift` has every field filled; the others are open, coming and waiting for their report. */
export const exampleConsultations: EntryOf<'consultation'>[] = [
  consultation('lift', 'zqdt6r2w', {
    title: '望川市城镇老旧小区加装电梯管理办法（草案）',
    summary: '老旧小区加装电梯要多少人同意、钱怎么分、政府补多少，请住户和物业提意见。',
    opensOn: '2026-06-10',
    closesOn: '2026-07-05',
    shortReason: '本年度补助资金须在 8 月底前下达，市政府同意缩短 4 天。',
    draft:
      '<h2>第一章　总则</h2><p>第一条　为方便居民上下楼，规范城镇老旧小区加装电梯工作，制定本办法。</p><h2>第二章　程序</h2><p>第二条　加装电梯应当由本单元业主表决。</p><h2>第三章　资金</h2><p>第三条　验收合格的，每台补助 12 万元。</p>',
    explanation: '<p>全市还有 3,700 个单元没有电梯，住着 2.1 万名 70 岁以上的老人。原暂行办法施行五年，只装成 86 台。</p><p>最想听的意见：费用怎么分、一楼住户怎么补偿。</p>',
    acceptsOnline: true,
    email: 'dianti@wangchuan.example',
    phone: '0000-660 7716',
    postal: '望川市临江区永宁路 18 号市住房和城乡建设局物业科，邮政编码 000001',
    opinionCount: 312,
    adoptedCount: 87,
    reportedOn: '2026-10-14',
    report: '<h2>采纳得最多的</h2><p>54 条意见提出一楼不用梯、还要挡光，应当不分摊，已写进分摊参考比例。</p><h2>没有采纳的</h2><p>“同意的比例降到一半”：民法典规定了表决的比例，地方不能降低。</p>',
    documents: [refTo('policy-document', 'policy-lift')],
    audiences: ['citizen', 'business'],
    attachments: [exampleFile('lift-draft', '加装电梯管理办法（草案）.pdf')],
    disclosure: {
      category: '20-01',
      indexNumber: '990000006/2026-00118',
      summary: '加装电梯管理办法草案公开征求意见',
      madeOn: '2026-06-01',
      openness: 'proactive',
      opennessReason: '涉及公众利益调整，依法主动公开',
    },
    editor: '陆一川',
    publishedOn: '2026-06-10',
    changeNotes: [{ on: '2026-07-01', note: '延长征求意见时间。' }],
    firstPublishedAt: '2026-06-10T01:00:00.000Z',
  }),
  consultation('bus', 'gjxw5z8k', {
    title: '望川市公交线网优化方案（征求意见稿）',
    summary: '拟合并 4 条重复线路、新开 3 条线、移动 26 个站，和坐公交的人都有关。',
    opensOn: '2026-11-09',
    closesOn: '2026-12-10',
    draft:
      '<h2>一、合并的线路</h2><p>5 路、12 路合成 5 路，绕行老粮仓。</p><h2>二、新开的线路</h2><p>31 路：东站南公交场站到纺机新居，15 分钟一班。</p><h2>三、取消的站</h2><p>取消的站到最近一站不超过 500 米；超过的保留预约班车。</p>',
    explanation: '<p>去年有 17 条线平均每趟不到 6 个人，另有 3 处新小区到最近的站要走 1.2 公里。</p>',
    acceptsOnline: true,
    phone: '0000-660 6161',
    audiences: ['citizen'],
    editor: '闻笛',
    publishedOn: '2026-11-09',
    firstPublishedAt: '2026-11-09T01:00:00.000Z',
  }),
  consultation('noise', 'zsgl3m7n', {
    title: '望川市社会生活噪声管理规定（征求意见稿）',
    summary: '装修、广场舞、商铺喇叭的时段和音量，请大家提意见。',
    opensOn: '2026-12-01',
    closesOn: '2027-01-05',
    draft: '<p>第一条　午间十二点到十四点、夜间二十二点到次日六点，不得进行产生噪声的装修。</p>',
    explanation: '<p>去年噪声投诉占 12345 来电的 11%。</p>',
    acceptsOnline: true,
    publishedOn: '2026-11-20',
    firstPublishedAt: '2026-11-20T01:00:00.000Z',
  }),
  consultation('parking', 'tcsf9x1c', {
    title: '中心城区道路停车收费调整方案（征求意见稿）',
    summary: '白天首小时由 4 元调到 5 元，夜间免费。',
    opensOn: '2026-09-20',
    closesOn: '2026-10-30',
    draft: '<p>一、白天首小时 5 元，之后每小时 3 元。</p><p>二、晚八点到次日早八点免费。</p>',
    explanation: '<p>夜间车位空置六成，白天一位难求。</p>',
    acceptsOnline: false,
    postal: '望川市凤鸣路 220 号市交通运输局',
    publishedOn: '2026-09-20',
    firstPublishedAt: '2026-09-20T01:00:00.000Z',
  }),
];

type SurveyFacts = Omit<Survey, 'column' | 'agency' | 'audiences' | 'attachments' | 'path'> & Partial<Survey> & { publishedOn: string };

const survey = (id: string, publicId: string, facts: SurveyFacts): EntryOf<'survey'> => ({
  ...envelope('survey', id),
  data: {
    column: refTo('column', 'column-surveys'),
    agency: refTo('agency', 'agency-office'),
    audiences: [],
    attachments: [],
    path: pathOf('diaocha', facts.publishedOn, publicId),
    ...facts,
  },
});

/** `survey-bus` has every field filled and is open; the other is over. */
export const exampleSurveys: EntryOf<'survey'>[] = [
  survey('bus', 'yjgj2b6v', {
    title: '您希望夜间公交怎么开',
    summary: '一共 4 题，两分钟填完，用来安排明年春天的夜班车。',
    opensOn: '2026-11-10',
    closesOn: '2026-12-05',
    resultsShown: 'always',
    introduction: '<p>今年试开 3 条夜班线，最晚一班 23:30。明年春天要重新排班，想听听您的需要。</p>',
    questions: [
      { title: '您为什么需要夜班车', kind: 'multiple', options: '上夜班、下晚班\n看病、陪护\n赶火车\n吃饭、购物、看演出', mandatory: true, maxChoices: 2 },
      { title: '末班车开到几点够用', kind: 'single', options: '23:00\n23:30\n0:30', mandatory: true },
      { title: '您对现在的夜班车打几分', kind: 'scale', mandatory: false },
      { title: '哪里最该有一站', kind: 'text', mandatory: false },
    ],
    conclusion: '<p>期中小结：近一半的人要开到 0:30，正在和公交公司算成本。</p>',
    audiences: ['citizen'],
    attachments: [exampleFile('night-lines', '现有夜班线路.pdf')],
    editor: '闻笛',
    publishedOn: '2026-11-10',
    changeNotes: [{ on: '2026-11-15', note: '写明调查结果的用途。' }],
    firstPublishedAt: '2026-11-10T01:00:00.000Z',
  }),
  survey('market', 'czsc7k4p', {
    title: '菜市场改造，您最看重什么',
    summary: '调查已经结束，418 人参加。',
    opensOn: '2026-09-01',
    closesOn: '2026-09-30',
    resultsShown: 'closed',
    introduction: '<p>全市 12 个菜市场明年改造，先问问常去的人。</p>',
    questions: [
      { title: '您多久去一次', kind: 'single', options: '每天\n一周几次\n更少', mandatory: true },
      { title: '最看重什么', kind: 'multiple', options: '干净\n价格明白\n有坐的地方', mandatory: true, maxChoices: 2 },
    ],
    publishedOn: '2026-09-01',
    firstPublishedAt: '2026-09-01T01:00:00.000Z',
  }),
];

/** What the engine of cases publishes of them. */
export const exampleResults: (EntryOf<'survey-results'> | EntryOf<'opinion-figures'>)[] = [
  {
    type: 'survey-results',
    documentId: 'survey-bus',
    locale: 'zh-Hans',
    version: 'results-bus-1',
    data: {
      survey: refTo('survey', 'survey-bus'),
      answers: 263,
      until: '2026-11-21',
      questions: [
        { answered: 263, counts: [141, 62, 57, 118] },
        { answered: 263, counts: [38, 99, 126] },
        { answered: 240, counts: [12, 31, 88, 76, 33] },
        { answered: 97, counts: [] },
      ],
    },
  },
  {
    type: 'survey-results',
    documentId: 'survey-market',
    locale: 'zh-Hans',
    version: 'results-market-1',
    data: {
      survey: refTo('survey', 'survey-market'),
      answers: 418,
      until: '2026-09-30',
      questions: [
        { answered: 418, counts: [96, 241, 81] },
        { answered: 418, counts: [334, 287, 75] },
      ],
    },
  },
  {
    type: 'opinion-figures',
    documentId: 'consultation-bus',
    locale: 'zh-Hans',
    version: 'figures-bus-1',
    data: { consultation: refTo('consultation', 'consultation-bus'), received: 46, adopted: 3, partly: 1, declined: 2 },
  },
];

type InterviewFacts = Omit<Interview, 'column' | 'agency' | 'video' | 'transcript' | 'documents' | 'audiences' | 'attachments' | 'path'> & Partial<Interview> & { publishedOn: string };

const interview = (id: string, publicId: string, facts: InterviewFacts): EntryOf<'interview'> => ({
  ...envelope('interview', id),
  data: {
    column: refTo('column', 'column-interviews'),
    agency: refTo('agency', 'agency-housing'),
    video: [],
    transcript: [],
    documents: [],
    audiences: [],
    attachments: [],
    path: pathOf('fangtan', facts.publishedOn, publicId),
    ...facts,
  },
});

/** `interview-lift` has every field filled; the other is still to come. */
export const exampleInterviews: EntryOf<'interview'>[] = [
  interview('lift', 'ftdt8q5s', {
    title: '加装电梯，您最关心的几件事',
    summary: '市住房和城乡建设局负责人回答怎么表决、怎么分摊、怎么补助。',
    startsAt: '2026-11-18T06:30:00.000Z',
    endsAt: '2026-11-18T07:30:00.000Z',
    place: '门户网站演播室，图文直播',
    guests: [
      {
        name: '顾明澜',
        position: '市住房和城乡建设局副局长',
        portrait: exampleFile('guest', '顾明澜.svg', { ...photo, width: 320, height: 400, alt: '顾明澜，短发，穿深色外套' }),
        note: '分管物业和老旧小区改造。',
      },
    ],
    announcement: '<p>新办法明年 1 月 1 日施行。表决比例、分摊系数、补助怎么拿，这一小时说清楚。</p>',
    collectsUntil: '2026-11-16',
    cover: exampleFile('interview-photo', '访谈现场.svg', { ...photo, alt: '主持人和嘉宾坐在演播室的圆桌旁' }),
    video: [
      exampleFile('interview-film', '访谈全程.mp4', { mime: 'video/mp4', size: 48_000_000, caption: '访谈全程' }),
      exampleFile('interview-captions', '访谈全程.vtt', { mime: 'text/vtt', size: 18_000 }),
    ],
    transcript: [
      { role: 'host', speaker: '主持人', text: '各位网友下午好。先请教顾局长，加装电梯到底要多少人同意？' },
      { role: 'guest', speaker: '顾明澜', text: '分两步看。先要有三分之二以上的业主参加表决，参加的人里再有四分之三以上同意，面积和人数都要够。' },
      { role: 'citizen', speaker: '望川网友', text: '一楼用不着电梯，也要出钱吗？' },
      { role: 'guest', speaker: '顾明澜', text: '参考比例里，一楼的系数是零。' },
      { role: 'citizen', text: '补助什么时候能拿到？' },
      { role: 'guest', speaker: '顾明澜', text: '验收合格、办好使用登记，30 日内一次拨付，每台 20 万元。' },
      { role: 'host', text: '还有不少网友问，公积金能不能用？' },
      { role: 'guest', speaker: '顾明澜', text: '能用，双方父母和子女的也可以。' },
    ],
    documents: [refTo('policy-document', 'policy-lift')],
    audiences: ['citizen'],
    attachments: [exampleFile('interview-slides', '分摊算例.pdf')],
    editor: '陆一川',
    publishedOn: '2026-11-12',
    changeNotes: [{ on: '2026-11-20', note: '更正嘉宾职务。' }],
    firstPublishedAt: '2026-11-12T01:00:00.000Z',
  }),
  interview('school', 'ftxx1d9f', {
    title: '明年秋季入学怎么报名',
    summary: '市教育局负责人谈学区、材料和随迁子女入学。',
    startsAt: '2026-12-02T01:30:00.000Z',
    endsAt: '2026-12-02T02:30:00.000Z',
    guests: [{ name: '沈青禾', position: '市教育局基础教育科科长' }],
    announcement: '<p>政策三月才出，先把大家最着急的问题收上来。</p>',
    collectsUntil: '2026-11-30',
    publishedOn: '2026-11-19',
    firstPublishedAt: '2026-11-19T01:00:00.000Z',
  }),
];
