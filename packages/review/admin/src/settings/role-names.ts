/** What people call the roles that may stand in a stage. */
export const ROLE_NAMES = {
  author: '采编',
  reviewer: '审核',
  signer: '签发',
  'site-administrator': '站点管理员',
} as const;
