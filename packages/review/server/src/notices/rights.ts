/** Who may set up how notices leave the house: the robots, and what letters say. */
export const MANAGE_NOTICES = 'plugin::review.notices-manage';

/** The admin action, as Strapi's action provider wants it. */
export const NOTICE_ACTIONS = [
  { section: 'plugins', displayName: '设置通知的发送：群机器人、邮件', uid: 'notices-manage', pluginName: 'review', subCategory: '通知' },
];
