import type { Move } from '../../../server/src/flow/moves.ts';

/** What may have to be given with a move. */
export type Asked = 'remark' | 'field' | 'to' | 'at' | 'reason' | 'change' | 'column';

/** What is asked before a move is made. */
export interface MoveForm {
  title: string;
  /** What happens then, in one or two sentences. */
  explanation?: string;
  asks: readonly { what: Asked; label: string; hint?: string; required?: boolean }[];
  /** Word on the button. */
  confirm: string;
  isDanger?: boolean;
}

const reason = (label: string, hint: string) => ({ what: 'reason', label, hint, required: true }) as const;

/** What each move asks; a move that is not here is made with one press. */
export const MOVE_FORMS: Partial<Record<Move, MoveForm>> = {
  recall: { title: '撤回这一稿', explanation: '撤回以后可以接着改，改好再送审。已经通过的环节要重新审。', asks: [], confirm: '撤回' },
  approve: {
    title: '通过',
    asks: [{ what: 'remark', label: '意见', hint: '可以不写。写给下一环节的人和作者看。' }],
    confirm: '通过',
  },
  return: {
    title: '退回修改',
    explanation: '退给作者修改，改好后从头送审。',
    asks: [
      { what: 'remark', label: '退回意见', hint: '写清哪里要改、怎么改。作者会马上看到。', required: true },
      { what: 'field', label: '针对哪一处', hint: '选了的，意见会显示在那一栏旁边。' },
    ],
    confirm: '退回',
  },
  reassign: {
    title: '转交给同事',
    asks: [
      { what: 'to', label: '转交给', required: true },
      { what: 'remark', label: '留言', hint: '可以不写。' },
    ],
    confirm: '转交',
  },
  schedule: {
    title: '定时发布',
    explanation: '到这一分钟自动发布。签发以前，到了时间也不会发布。',
    asks: [{ what: 'at', label: '发布时间（北京时间）', required: true }],
    confirm: '定好',
  },
  unschedule: { title: '取消定时', explanation: '不会自动发布了，回到签发环节。', asks: [], confirm: '取消定时' },
  publish: { title: '立即发布', explanation: '不等定时，现在就发布。几秒钟后访客就能看到。', asks: [], confirm: '发布' },
  force: {
    title: '紧急发布',
    explanation: '不经过审核，现在就上线。会一直标记为“待追认”，直到另一个能签发的人追认或者撤下。只用于灾害、安全事故等紧急情况，全程留痕。',
    asks: [reason('紧急发布的理由', '写清是什么紧急情况、谁同意的。会记入审计。')],
    confirm: '紧急发布',
    isDanger: true,
  },
  confirm: { title: '追认紧急发布', explanation: '确认这次紧急发布的内容没有问题。追认以后不再标记。', asks: [{ what: 'remark', label: '意见', hint: '可以不写。' }], confirm: '追认' },
  discard: { title: '放弃这一稿的修改', explanation: '草稿恢复成门户上现在的样子，改过的内容不再保留。', asks: [], confirm: '放弃修改', isDanger: true },
  withdraw: {
    title: '从门户撤下',
    explanation: '网址保留，打开的人看到已撤下和下面的原因。以后可以恢复。',
    asks: [reason('公开的撤下原因', '访客会看到，例如：内容有误，更正后重新发布。'), { what: 'at', label: '定时撤下（北京时间）', hint: '不填就是现在。' }],
    confirm: '撤下',
    isDanger: true,
  },
  'cancel-withdrawal': { title: '取消定时撤下', explanation: '到时间不再撤下，网页一直留着。', asks: [], confirm: '取消定时撤下' },
  move: {
    title: '移到别的栏目',
    explanation: '内容不变，换到新的网址；打开旧网址会自动跳过去。',
    asks: [{ what: 'column', label: '移到', required: true }],
    confirm: '移动',
  },
  restore: { title: '恢复上线', explanation: '按撤下前的样子重新上线，网址不变。', asks: [], confirm: '恢复' },
};

/** What sending to review asks when visitors already see an earlier text. */
export const SUBMIT_CHANGE: MoveForm = {
  title: '送审',
  explanation: '这一篇已经在门户上。请说明这次改了什么；审核通过以前，门户上还是原来的样子。',
  asks: [
    { what: 'change', label: '这次改动', required: true },
    { what: 'at', label: '希望的发布时间（北京时间）', hint: '不填，签发以后马上发布。' },
  ],
  confirm: '送审',
};

/** What the last approval asks: with it the document goes live, now or at a time. */
export const SIGNING: MoveForm = {
  title: '签发',
  explanation: '签发以后就上线，几秒钟后访客能看到。',
  asks: [
    { what: 'at', label: '发布时间（北京时间）', hint: '不填就是现在。填了，到这一分钟自动发布。' },
    { what: 'remark', label: '意见', hint: '可以不写。' },
  ],
  confirm: '签发',
};

/** What is said when a move was made. */
export const MADE: Record<Move, string> = {
  submit: '已送审，审的人会收到通知。',
  recall: '已撤回，可以接着改。',
  claim: '已领取。',
  release: '已放回，别人可以领取。',
  approve: '已通过。',
  return: '已退回，作者会收到通知。',
  reassign: '已转交，对方会收到通知。',
  schedule: '已定好发布时间。',
  unschedule: '已取消定时。',
  publish: '已发布，正在上线。',
  force: '已紧急发布，等另一个人追认。',
  discard: '已恢复成门户上的样子。',
  confirm: '已追认。',
  withdraw: '已办理撤下。',
  'cancel-withdrawal': '已取消定时撤下。',
  restore: '已恢复，正在上线。',
  move: '已移动，正在上线。',
};

/** Moves nobody should make by mistake; they stand last in the menu and are red. */
export const DANGEROUS: readonly Move[] = ['discard', 'withdraw', 'force'];
