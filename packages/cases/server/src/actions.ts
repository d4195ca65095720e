/** What a person may be allowed to do with cases. Own agency only, except for `assign`, which is the letter office. */
export const RIGHTS = ['read', 'handle', 'approve', 'assign', 'contact', 'opinion-read', 'opinion-handle', 'survey-read'] as const;
export type Right = (typeof RIGHTS)[number];

const LABELS: Record<Right, string> = {
  read: '查看本机构的诉求',
  handle: '受理、退回、撰写答复',
  approve: '审核答复、决定公开',
  assign: '来信办公室：查看全部诉求，分办和改派',
  contact: '查看诉求人的联系方式（留痕）',
  'opinion-read': '查看本机构征集到的意见',
  'opinion-handle': '处理意见：采纳、部分采纳、未采纳',
  'survey-read': '查看本机构的问卷答卷',
};

/** The uid of the admin action of a right, for roles and for route policies. */
export function actionUid(right: Right): string {
  return `plugin::cases.${right}`;
}

/** The admin actions, as Strapi's action provider wants them. */
export const ACTIONS = RIGHTS.map((right) => ({
  section: 'plugins',
  displayName: LABELS[right],
  uid: right,
  pluginName: 'cases',
  subCategory: '诉求',
}));

/** Action uids by the job they belong to; packages/access gives them to its roles. */
export const ACTION_UIDS = {
  all: RIGHTS.map(actionUid),
  handler: (['read', 'handle', 'contact'] as const).map(actionUid),
  approver: (['read', 'approve'] as const).map(actionUid),
  letterOffice: (['read', 'handle', 'assign', 'contact'] as const).map(actionUid),
};

/** Permissions of the gateway's API token: the public calls of @mingchuang/content. */
export const PUBLIC_CALL_PERMISSIONS = [
  'plugin::cases.public-calls.file',
  'plugin::cases.public-calls.track',
  'plugin::cases.public-calls.rate',
] as const;
