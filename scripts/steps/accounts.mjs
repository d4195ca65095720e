/** The demo accounts of each role: e-mail, what the role does. The loader of the demo city makes them. */
export const DEMO_ACCOUNTS = [
  { email: 'admin@wangchuan.example', role: '超级管理员', does: '什么都能做' },
  { email: 'author@wangchuan.example', role: '采编', does: '写住建局的稿子，送审' },
  { email: 'reviewer@wangchuan.example', role: '审核', does: '审稿，审核住建局的答复' },
  { email: 'reviewer2@wangchuan.example', role: '审核', does: '同上：初审和复审要由两个人做' },
  { email: 'signer@wangchuan.example', role: '签发', does: '签发住建局的稿子，审核答复' },
  { email: 'handler@wangchuan.example', role: '办件', does: '办理写给住建局的来信' },
  { email: 'siteadmin@wangchuan.example', role: '站点管理员', does: '管理站点、栏目、机构，分办来信' },
  { email: 'auditor@wangchuan.example', role: '审计', does: '只看不改' },
];
