import { holdsMaskedMobile } from '../masking/mask.ts';
import type { Notice } from '../masking/mask-notice.ts';
import type { Check, Finding } from './check.ts';

export { maskNotice, type Notice } from '../masking/mask-notice.ts';

const day = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Dates in their order, a day to go off line where people are listed, and a telephone one can call. */
export function checkNotice({ startsOn, endsOn, expiresOn, entries, contact }: Notice): Finding[] {
  const [from, to, off] = [day(startsOn), day(endsOn), day(expiresOn)];
  const hasPeople = (entries ?? []).some(({ subject }) => subject !== 'organisation');
  const findings: Finding[] = [];
  if (from && to && to < from)
    findings.push({ field: 'endsOn', message: '“公示结束”早于“公示开始”。请改正其中一个日期。' });
  if (off && to && off <= to)
    findings.push({
      field: 'expiresOn',
      message: `“下线日期”${off}不晚于“公示结束”${to}。下线那天起名单就看不到了，请填公示结束以后的日期。`,
    });
  if (hasPeople && !off)
    findings.push({
      field: 'expiresOn',
      message: '公示名单里有个人，“下线日期”不能空着。请填公示期满、名单撤下的日期。',
    });
  if (typeof contact === 'string' && holdsMaskedMobile(contact))
    findings.push({ field: 'contact', message: '“异议受理电话”是个人手机号，遮掩以后打不通。请填办公电话。' });
  return findings;
}

/** What public notices are held to. */
export const publicNoticeCheck: Check<Notice> = {
  type: 'api::public-notice.public-notice',
  reads: ['entries'],
  find: checkNotice,
};
