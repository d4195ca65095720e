import { shanghaiDate } from '@mingchuang/content';

import type { Check, Finding } from './check.ts';

/** The times of an interview. */
export interface InterviewData {
  startsAt?: string | Date | null;
  endsAt?: string | Date | null;
  collectsUntil?: string | null;
}

/** Times in their order: questions come in before it begins, and it ends after it began. */
export function checkInterview({ startsAt, endsAt, collectsUntil }: InterviewData): Finding[] {
  if (!startsAt) return [];
  const findings: Finding[] = [];
  if (endsAt && new Date(endsAt) <= new Date(startsAt))
    findings.push({ field: 'endsAt', message: '“结束时间”不晚于“开始时间”，请修改其中一个。' });
  const day = shanghaiDate(startsAt);
  if (collectsUntil && collectsUntil > day)
    findings.push({
      field: 'collectsUntil',
      message: `“征集问题截止”（${collectsUntil}）在访谈（${day}）之后，请填访谈当天或更早的日期。`,
    });
  return findings;
}

/** What interviews are held to. */
export const interviewCheck: Check<InterviewData> = {
  type: 'api::interview.interview',
  reads: [],
  find: checkInterview,
};
