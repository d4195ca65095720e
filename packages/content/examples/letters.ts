import type { EntryOf, Letter } from '../src/index.ts';
import { refTo } from './site.ts';

const letter = (id: string, publicId: string, data: Omit<Letter, 'path' | 'publicId'>): EntryOf<'letter'> => ({
  type: 'letter',
  documentId: `letter-${id}`,
  locale: 'zh-Hans',
  version: `letter-${id}-1`,
  data: { ...data, publicId, path: `/hudong/laixin/${data.publishedOn.slice(0, 7).replace('-', '')}/${publicId}/` },
});

/** Answered letters with masked names; `letter-crossing` has every field filled. */
export const exampleLetters: EntryOf<'letter'>[] = [
  letter('crossing', 'b5n1m7k3', {
    number: '20261110-K7P2QX',
    purpose: 'suggestion',
    title: '实验小学门口能不能加一条斑马线？',
    body: '孩子在实验小学上三年级。学校东门正对公交站，早上送孩子要横穿滨江路，最近的斑马线在 300 米外，很多人直接穿过去，车又快，看着心惊。\n\n能不能在东门口加一条斑马线，最好再加个红绿灯？谢谢。',
    author: '李**',
    agency: refTo('agency', 'agency-police'),
    agencyName: '望川市公安局交通管理支队',
    receivedAt: '2026-11-10T13:14:00.000Z',
    answer:
      '李先生，您好。您反映的情况属实。11 月 12 日，我们会同学校、社区到现场查看，早高峰 20 分钟内有 640 人横穿马路。现答复如下：\n\n一、斑马线已于 11 月 15 日施划，位置在东门以南 15 米。\n\n二、上学日 7:20 到 8:10、16:30 到 17:30，安排协管员值守。\n\n三、红绿灯需要改造路口供电，列入 2027 年第一季度计划，3 月底前装好。\n\n感谢您的建议。',
    answeredAt: '2026-11-16T02:20:00.000Z',
    workingDays: 4,
    limit: 15,
    timeline: [
      { state: 'received', at: '2026-11-10T13:14:00.000Z' },
      { state: 'assigned', at: '2026-11-11T01:02:00.000Z', note: '转望川市公安局交通管理支队' },
      { state: 'handling', at: '2026-11-11T23:30:00.000Z', note: '现场查看' },
      { state: 'answered', at: '2026-11-16T02:20:00.000Z' },
      { state: 'public', at: '2026-11-16T03:00:00.000Z' },
      { state: 'rated', at: '2026-11-17T04:40:00.000Z' },
    ],
    rating: 4,
    publishedOn: '2026-11-16',
    firstPublishedAt: '2026-11-16T03:00:00.000Z',
  }),
  letter('allowance', 'v2c8x4z6', {
    number: '20261112-M3R8TW',
    purpose: 'enquiry',
    title: '灵活就业人员在外地生孩子，生育津贴在哪里领？',
    body: '我在望川以灵活就业身份参保，人在外省，下个月生孩子。请问生育津贴在哪里领，要不要回望川？',
    author: '王**',
    agency: refTo('agency', 'agency-medical'),
    agencyName: '望川市医疗保障局',
    receivedAt: '2026-11-12T02:00:00.000Z',
    answer: '您好。按参保地政策办理，可以在网上交材料，不用回望川。材料有两样：出生医学证明、本人银行卡。',
    answeredAt: '2026-11-14T08:00:00.000Z',
    workingDays: 2,
    limit: 5,
    timeline: [
      { state: 'received', at: '2026-11-12T02:00:00.000Z' },
      { state: 'answered', at: '2026-11-14T08:00:00.000Z' },
      { state: 'public', at: '2026-11-14T08:30:00.000Z' },
    ],
    publishedOn: '2026-11-14',
    firstPublishedAt: '2026-11-14T08:30:00.000Z',
  }),
];

/** Figures of two months. */
export const exampleFigures: EntryOf<'case-figures'>[] = [
  ['2026-10', 1942, 1930, 2.6, 99.1] as const,
  ['2026-09', 1788, 1785, 2.9, 98.4] as const,
].map(([month, received, answered, averageWorkingDays, onTime]) => ({
  type: 'case-figures',
  documentId: month,
  locale: 'zh-Hans',
  version: `figures-${month}-1`,
  data: {
    month,
    received,
    answered,
    averageWorkingDays,
    onTime,
    byAgency: [
      {
        agency: refTo('agency', 'agency-police'),
        agencyName: '望川市公安局',
        received: 412,
        answered: 410,
        inTime: 405,
      },
      {
        agency: refTo('agency', 'agency-medical'),
        agencyName: '望川市医疗保障局',
        received: 306,
        answered: 306,
        inTime: 306,
      },
    ],
  },
}));
