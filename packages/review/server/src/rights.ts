import type { Core } from '@strapi/strapi';

/** What a person may be allowed to do with checks. */
export const RIGHTS = { override: '检查有问题时说明理由放行', words: '管理用词词库' } as const;
export type Right = keyof typeof RIGHTS;

const actionUid = (right: Right) => `plugin::review.${right}`;

/** The admin actions, as Strapi's action provider wants them. */
export const ACTIONS = Object.entries(RIGHTS).map(([uid, displayName]) => ({
  section: 'plugins',
  displayName,
  uid,
  pluginName: 'review',
  subCategory: '审核',
}));

interface Ability {
  can(action: string): boolean;
}

/** Whether whoever asks holds a right. */
export const mayDo = (userAbility: unknown, right: Right): boolean => (userAbility as Ability).can(actionUid(right));

/** The same for a person by their number. */
export async function personMayDo(strapi: Core.Strapi, userId: number, right: Right): Promise<boolean> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id: userId, isActive: true }, populate: { roles: true } });
  if (!user) return false;
  const engine = (strapi.service('admin::permission') as unknown as { engine: { generateUserAbility(of: object): Promise<Ability> } }).engine;
  return (await engine.generateUserAbility(user)).can(actionUid(right));
}

/** The policies of a route that wants a right. */
export const allowedTo = (right: Right) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [actionUid(right)] } }],
});
