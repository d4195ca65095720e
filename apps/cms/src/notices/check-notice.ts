import type { Notice } from './mask-notice';

/** What keeps a notice from being published, in words for its editor; empty when nothing does. */
export function checkNotice({ startsOn, endsOn, expiresOn, entries }: Notice): string[] {
  const [from, to, off] = [startsOn, endsOn, expiresOn].map((day) => (typeof day === 'string' ? day : undefined));
  const hasPeople = (entries ?? []).some(({ subject }) => subject !== 'organisation');
  return [
    ...(from && to && to < from ? ['“公示结束”早于“公示开始”。请改正其中一个日期。'] : []),
    ...(off && to && off <= to
      ? [`“下线日期”${off}不晚于“公示结束”${to}。下线那天起名单就看不到了，请填公示结束以后的日期。`]
      : []),
    ...(hasPeople && !off ? ['公示名单里有个人，“下线日期”不能空着。请填公示期满、名单撤下的日期。'] : []),
  ];
}
