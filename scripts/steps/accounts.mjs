/** The demo accounts of each role: e-mail, what the role does. The loader of the demo city makes them. */
export const DEMO_ACCOUNTS = [
  { email: 'admin@wangchuan.example', role: '超级管理员', does: '什么都能做' },
  { email: 'author@wangchuan.example', role: '采编', does: '写住建局的稿，送审' },
  { email: 'author2@wangchuan.example', role: '采编', does: '同上，另一个人' },
  { email: 'reviewer@wangchuan.example', role: '审核', does: '初审、复审，审核住建局的答复' },
  { email: 'reviewer2@wangchuan.example', role: '审核', does: '同上，另一个人：初审和复审要两个人' },
  { email: 'signer@wangchuan.example', role: '签发', does: '签发和紧急发布，审核住建局的答复' },
  { email: 'signer2@wangchuan.example', role: '签发', does: '同上，另一个人：追认紧急发布' },
  { email: 'handler@wangchuan.example', role: '办件', does: '办理写给住建局的来信' },
  { email: 'siteadmin@wangchuan.example', role: '站点管理员', does: '管理站点、栏目、机构，分办来信' },
  { email: 'auditor@wangchuan.example', role: '审计', does: '只看不改' },
];
