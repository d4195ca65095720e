import { shanghaiDate } from '@mingchuang/content';

import type { Check, Example } from './check.ts';
import type { Remark } from './finding.ts';

/** The times of an interview. */
export interface InterviewData {
  startsAt?: string | Date | null;
  endsAt?: string | Date | null;
  collectsUntil?: string | null;
}
const type = 'api::interview.interview';

/** Times in their order: questions come in before it begins, and it ends after it began. */
export function checkInterview({ startsAt, endsAt, collectsUntil }: InterviewData): Remark[] {
  if (!startsAt) return [];
  const found: Remark[] = [];
  if (endsAt && new Date(endsAt) <= new Date(startsAt))
    found.push({ level: 'block', field: 'endsAt', message: '“结束时间”不晚于“开始时间”。', remedy: '请修改其中一个。' });
  const day = shanghaiDate(startsAt);
  if (collectsUntil && collectsUntil > day)
    found.push({
      level: 'block',
      field: 'collectsUntil',
      message: `“征集问题截止”（${collectsUntil}）在访谈（${day}）之后。`,
      remedy: '请填访谈当天或更早的日期。',
    });
  return found;
}

/** What interviews are held to. */
export const interviewCheck: Check = {
  id: 'interview',
  title: '访谈时间',
  heaviest: 'block',
  types: [type],
  find: ({ values }) => checkInterview(values),
};

export const examples: readonly Example[] = [
  {
    says: 'an interview that ends before it begins, with questions until after it',
    type,
    values: { startsAt: '2026-11-20T02:00:00.000Z', endsAt: '2026-11-20T01:00:00.000Z', collectsUntil: '2026-11-21' },
    finds: ['block endsAt', 'block collectsUntil'],
  },
  {
    says: 'an interview in order',
    type,
    values: { startsAt: '2026-11-20T02:00:00.000Z', endsAt: '2026-11-20T03:00:00.000Z', collectsUntil: '2026-11-20' },
    finds: [],
  },
];
