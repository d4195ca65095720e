import type { Remark } from './finding.ts';

/** First and last day in their order. */
export function checkPeriod(opensOn: string | null | undefined, closesOn: string | null | undefined): Remark[] {
  if (!opensOn || !closesOn || closesOn >= opensOn) return [];
  return [
    {
      level: 'block',
      field: 'closesOn',
      message: `结束日期（${closesOn}）早于开始日期（${opensOn}）。`,
      remedy: '请修改其中一个。',
    },
  ];
}
