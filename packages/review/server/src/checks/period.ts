import type { Finding } from './check.ts';

/** First and last day in their order. */
export function checkPeriod(opensOn: string | null | undefined, closesOn: string | null | undefined): Finding[] {
  if (!opensOn || !closesOn || closesOn >= opensOn) return [];
  return [{ field: 'closesOn', message: `结束日期（${closesOn}）早于开始日期（${opensOn}），请修改其中一个。` }];
}
