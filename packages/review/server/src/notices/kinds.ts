/** What one kind of notice is called, and how it behaves. */
export interface NoticeKind {
  /** Read by the person it is for. */
  label: string;
  /** Read by a group, where nobody is meant in particular. Without one it is between people, and no robot speaks of it. */
  groupLabel?: string;
  /** May come at night to whoever allows it. */
  urgent?: true;
  /** While its reader is away it is told to their delegate, too: it asks for something a delegate can do. */
  standsIn?: true;
}

/** Every kind of notice, in the order the settings show them. */
export const NOTICE_KINDS = {
  waiting: { label: '等您审核', groupLabel: '等待审核', standsIn: true },
  returned: { label: '已退回给您', groupLabel: '已退回修改' },
  recalled: { label: '已撤回，不用再审', groupLabel: '已撤回' },
  reassigned: { label: '转交给您', groupLabel: '已转交', standsIn: true },
  voided: { label: '内容有改动，需要重新审核', groupLabel: '内容有改动，需要重新审核' },
  mention: { label: '有人提到您' },
  answer: { label: '有人回复您' },
  'due-soon': { label: '审核即将到期', groupLabel: '审核即将到期', standsIn: true },
  overdue: { label: '审核已超期', groupLabel: '审核已超期', standsIn: true },
  scheduled: { label: '已定时发布', groupLabel: '已定时发布' },
  published: { label: '已发布', groupLabel: '已发布' },
  'publish-failed': { label: '未能按时发布', groupLabel: '未能按时发布', urgent: true },
  withdrawn: { label: '已撤下', groupLabel: '已撤下' },
  forced: { label: '紧急发布，等待追认', groupLabel: '紧急发布，等待追认', urgent: true, standsIn: true },
  confirmed: { label: '紧急发布已追认', groupLabel: '紧急发布已追认' },
  absence: { label: '请假代理' },
  alarm: { label: '发布系统告警', groupLabel: '发布系统告警', urgent: true },
} as const satisfies Record<string, NoticeKind>;

export type NoticeKindCode = keyof typeof NOTICE_KINDS;

export const NOTICE_KIND_CODES = Object.keys(NOTICE_KINDS) as NoticeKindCode[];

/** Kinds robots may speak of. */
export const GROUP_KIND_CODES = NOTICE_KIND_CODES.filter((code) => 'groupLabel' in NOTICE_KINDS[code]);

/** What a kind is called before a group. */
export const groupLabelOf = (code: string): string => kindOf(code).groupLabel ?? '通知';

/** The kind of a stored notice. One that this version does not know is still told. */
export function kindOf(code: string): NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, code) ? NOTICE_KINDS[code as NoticeKindCode] : { label: '通知' };
}
