import { MemorySnapshot, type Address, type AnyEntry, type EntryOf } from '../src/index.ts';
import { exampleAgencies } from './agencies.ts';
import { exampleArticles } from './articles.ts';
import { exampleCases, exampleOpinions } from './cases.ts';
import { exampleDatasets, exampleLeaders, exampleSupervisionReports, exampleTopics } from './city.ts';
import { exampleColumns } from './columns.ts';
import {
  exampleAnnualReports,
  exampleDisclosurePages,
  examplePowerItems,
  examplePublicNotices,
} from './disclosure.ts';
import { exampleBudgets, exampleProjects, exampleStatistics } from './figures.ts';
import { exampleInterpretations } from './interpretations.ts';
import { exampleJourneys } from './journeys.ts';
import { exampleFigures, exampleLetters } from './letters.ts';
import { examplePolicies } from './policies.ts';
import { exampleQuestions } from './questions.ts';
import { exampleServices } from './services.ts';
import { exampleSite, refTo } from './site.ts';
import { exampleConsultations, exampleInterviews, exampleResults, exampleSurveys } from './taking-part.ts';

/** The day the examples are seen on. */
export const EXAMPLE_TODAY = '2026-11-22';

const exampleAlert: EntryOf<'alert'> = {
  type: 'alert',
  documentId: 'alert-cold',
  locale: 'zh-Hans',
  version: 'alert-cold-1',
  data: {
    title: '寒潮蓝色预警',
    site: refTo('site', 'site-wangchuan'),
    level: 'blue',
    area: '全市',
    message: '22 日夜间至 24 日，最低气温将降 8 到 10 ℃。老人和小孩注意保暖，水管水表做好防冻。',
    url: '/zixun/yaowen/202611/n4h8k2w6/',
    linkText: '看怎么应对',
    startsAt: '2026-11-21T23:30:00.000Z',
    endsAt: '2026-11-24T16:00:00.000Z',
  },
};

const exampleRedirect: EntryOf<'redirect'> = {
  type: 'redirect',
  documentId: 'redirect-old-home',
  locale: 'zh-Hans',
  version: 'redirect-old-home-1',
  data: { from: '/index.html', to: '/', site: refTo('site', 'site-wangchuan'), note: '旧首页' },
};

const exampleSearchRule: EntryOf<'search-rule'> = {
  type: 'search-rule',
  documentId: 'search-rule-heating',
  locale: 'zh-Hans',
  version: 'search-rule-heating-1',
  data: {
    title: '搜暖气不热先给供暖安排',
    site: refTo('site', 'site-wangchuan'),
    kind: 'best',
    words: '暖气不热\n没有暖气',
    found: '',
    target: '/zixun/yaowen/202611/n4h8k2w6/',
    targetTitle: '今年的供暖安排',
    until: '2027-03-15',
  },
};

/** One entry of every type, and enough around it for a small believable site. */
export const exampleEntries: AnyEntry[] = [
  exampleSite,
  ...exampleColumns,
  ...exampleAgencies,
  ...exampleArticles,
  ...examplePolicies,
  ...exampleInterpretations,
  ...exampleServices,
  ...exampleBudgets,
  ...exampleStatistics,
  ...exampleProjects,
  ...exampleLeaders,
  ...exampleDatasets,
  ...exampleTopics,
  ...exampleSupervisionReports,
  ...exampleJourneys,
  ...exampleDisclosurePages,
  ...exampleAnnualReports,
  ...examplePublicNotices,
  ...examplePowerItems,
  ...exampleQuestions,
  ...exampleLetters,
  ...exampleFigures,
  ...exampleConsultations,
  ...exampleSurveys,
  ...exampleResults,
  ...exampleInterviews,
  exampleAlert,
  exampleRedirect,
  exampleSearchRule,
];

/** Addresses that show no document any more: one withdrawn, one moved. */
export const exampleAddresses: Address[] = [
  {
    path: '/zixun/tongzhi/202604/o8i4u6y2/',
    state: 'withdrawn',
    title: '关于滨江路夜市试营业的通告',
    reason: '试营业已经结束，内容不再适用。',
    at: '2026-09-01T02:00:00.000Z',
  },
  {
    path: '/zixun/tongzhi/202611/n4h8k2w6/',
    state: 'moved',
    to: '/zixun/yaowen/202611/n4h8k2w6/',
    at: '2026-11-22T01:00:00.000Z',
  },
];

/** A fresh snapshot of the examples. */
export function exampleSnapshot(): MemorySnapshot {
  const snapshot = new MemorySnapshot(exampleEntries, exampleAddresses);
  snapshot.epoch = 'example';
  snapshot.sequence = exampleEntries.length;
  return snapshot;
}

export { annualFigures } from './annual-figures.ts';
export {
  exampleAgencies,
  exampleAlert,
  exampleArticles,
  exampleCases,
  exampleColumns,
  exampleFigures,
  exampleJourneys,
  exampleInterpretations,
  exampleLetters,
  exampleOpinions,
  examplePolicies,
  exampleQuestions,
  exampleRedirect,
  exampleSearchRule,
  exampleServices,
  exampleSite,
};
