/** Codes of the roles every installation has. They are stable: other programs name roles by them. */
export const ROLE_CODES = ['author', 'reviewer', 'signer', 'case-handler', 'site-administrator', 'auditor'] as const;
export type RoleCode = (typeof ROLE_CODES)[number];

export const ROLES: Record<RoleCode, { name: string; description: string }> = {
  author: { name: '采编', description: '采写、编辑和发布本机构的内容' },
  reviewer: { name: '审核', description: '审核和发布本机构的内容' },
  signer: { name: '签发', description: '签发和发布本机构的内容' },
  'case-handler': { name: '办件', description: '办理市民来信，查看内容' },
  'site-administrator': { name: '站点管理员', description: '管理所有机构的内容、站点、栏目、机构和用户' },
  auditor: { name: '审计', description: '查看一切，不作改动' },
};
