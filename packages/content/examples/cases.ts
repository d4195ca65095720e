import { shanghaiDate, workingDeadline, type LetterTracking, type OpinionTracking } from '../src/index.ts';

const crossing = {
  number: '20261110-K7P2QX',
  kind: 'letter',
  purpose: 'suggestion',
  title: '实验小学门口能不能加一条斑马线？',
  body: '孩子在实验小学上三年级。学校东门正对公交站，早上送孩子要横穿滨江路，最近的斑马线在 300 米外。\n\n能不能在东门口加一条斑马线，最好再加个红绿灯？谢谢。',
  receivedAt: '2026-11-10T13:14:00.000Z',
  limit: 15,
  ...workingDeadline(shanghaiDate('2026-11-10T13:14:00.000Z'), 15),
  overdue: false,
  mayRate: false,
} as const;

const received = { state: 'received', at: '2026-11-10T13:14:00.000Z' } as const;
const assigned = { state: 'assigned', at: '2026-11-11T01:02:00.000Z', note: '转望川市公安局交通管理支队' } as const;
const handling = { state: 'handling', at: '2026-11-11T23:30:00.000Z', note: '现场查看' } as const;
const answered = { state: 'answered', at: '2026-11-16T02:20:00.000Z' } as const;

const answer = {
  agencyName: '望川市公安局交通管理支队',
  answer:
    '李先生，您好。您反映的情况属实。现答复如下：\n\n一、斑马线已于 11 月 15 日施划，位置在东门以南 15 米。\n\n二、上学日 7:20 到 8:10、16:30 到 17:30，安排协管员值守。\n\n感谢您的建议。',
  answeredAt: '2026-11-16T02:20:00.000Z',
} as const;

/** One letter at every station of its way, as whoever holds number and code sees it. */
export const exampleCases = {
  received: { ...crossing, state: 'received', timeline: [received] },
  handling: { ...crossing, state: 'handling', agencyName: answer.agencyName, timeline: [received, assigned, handling] },
  overdue: {
    ...crossing,
    state: 'handling',
    agencyName: answer.agencyName,
    receivedAt: '2026-09-28T06:00:00.000Z',
    ...workingDeadline('2026-09-28', 15),
    overdue: true,
    timeline: [
      { state: 'received', at: '2026-09-28T06:00:00.000Z' },
      { state: 'assigned', at: '2026-09-29T01:02:00.000Z', note: '转望川市公安局交通管理支队' },
    ],
  },
  answered: {
    ...crossing,
    ...answer,
    state: 'answered',
    timeline: [received, assigned, handling, answered],
    mayRate: true,
  },
  rated: {
    ...crossing,
    ...answer,
    state: 'rated',
    timeline: [
      received,
      assigned,
      handling,
      answered,
      { state: 'public', at: '2026-11-16T03:00:00.000Z' },
      { state: 'rated', at: '2026-11-17T04:40:00.000Z' },
    ],
    rating: 4,
    path: '/hudong/laixin/202611/b5n1m7k3/',
  },
} satisfies Record<string, LetterTracking>;

const accessibleStops = {
  number: '20261120-R4T8VN',
  kind: 'opinion',
  title: '公交线网优化方案（征求意见稿）',
  part: '取消的站',
  body: '我住老粮仓东面，5 路的站取消以后，走到新站要上一段坡。能不能给腿脚不便的人留一个招手停靠点？',
  receivedAt: '2026-11-20T01:36:00.000Z',
  agencyName: '望川市交通运输局',
  path: '/hudong/zhengji/202611/gjxw5z8k/',
} as const;

/** An opinion before and after it was weighed. */
export const exampleOpinions = {
  received: accessibleStops,
  weighed: { ...accessibleStops, outcome: 'partly', reason: '招手停靠不符合安全规定，没有采纳；在坡下加设 1 个站，写进了第四条。' },
} satisfies Record<string, OpinionTracking>;
