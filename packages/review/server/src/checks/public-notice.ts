import { holdsMaskedMobile } from '../masking/mask.ts';
import type { Notice } from '../masking/mask-notice.ts';
import type { Check, Example } from './check.ts';
import type { Remark } from './finding.ts';

export { maskNotice, type Notice } from '../masking/mask-notice.ts';

const type = 'api::public-notice.public-notice';
const day = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Dates in their order, a day to go off line where people are listed, and a telephone one can call. */
export function checkNotice({ startsOn, endsOn, expiresOn, entries, contact }: Notice): Remark[] {
  const [from, to, off] = [day(startsOn), day(endsOn), day(expiresOn)];
  const hasPeople = (entries ?? []).some(({ subject }) => subject !== 'organisation');
  const found: Remark[] = [];
  const say = (field: string, message: string, remedy: string) => found.push({ level: 'block', field, message, remedy });
  if (from && to && to < from) say('endsOn', '“公示结束”早于“公示开始”。', '请改正其中一个日期。');
  if (off && to && off <= to)
    say('expiresOn', `“下线日期”${off}不晚于“公示结束”${to}。`, '下线那天起名单就看不到了，请填公示结束以后的日期。');
  if (hasPeople && !off)
    say('expiresOn', '公示名单里有个人，“下线日期”不能空着。', '请填公示期满、名单撤下的日期。');
  if (typeof contact === 'string' && holdsMaskedMobile(contact))
    say('contact', '“异议受理电话”是个人手机号，遮掩以后打不通。', '请填办公电话。');
  return found;
}

/** What public notices are held to. */
export const publicNoticeCheck: Check = {
  id: 'public-notice',
  title: '公示',
  heaviest: 'block',
  types: [type],
  find: ({ values }) => checkNotice(values as Notice),
};

const dates = { startsOn: '2026-11-01', endsOn: '2026-11-07' };
export const examples: readonly Example[] = [
  { says: 'people in the list and no day to go off line', type, values: { ...dates, entries: [{ name: '陈*明', subject: 'person' }] }, finds: ['block expiresOn'] },
  { says: 'organisations only', type, values: { ...dates, entries: [{ name: '某公司', subject: 'organisation' }] }, finds: [] },
  { says: 'dates out of order', type, values: { ...dates, endsOn: '2026-10-01', expiresOn: '2026-09-01' }, finds: ['block endsOn', 'block expiresOn'] },
  { says: 'a telephone that was hidden', type, values: { ...dates, contact: '138****5678' }, finds: ['block contact'] },
];
