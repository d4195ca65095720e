/** Why a version was kept, with the words people read. */
export const CAUSES = {
  baseline: '此前的内容',
  saved: '保存草稿',
  restored: '恢复旧版',
  submitted: '送审',
  recalled: '撤回',
  returned: '退回',
  approved: '审核通过',
  scheduled: '定时发布',
  advice: '外部会审',
  published: '发布',
  forced: '紧急发布',
  confirmed: '追认',
  withdrawn: '撤下',
  discarded: '放弃修改',
} as const;

export type Cause = keyof typeof CAUSES;

/** Saves of one sitting become one version: nobody looks for the state of four seconds ago. */
export const SITTING = 10 * 60 * 1000;

/** Versions of mere saves are thinned out after this time, ms; every other version stays with its document. */
export const SAVES_KEPT = 180 * 24 * 60 * 60 * 1000;
