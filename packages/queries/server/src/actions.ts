/** Seeing what is searched for on the sites one may edit, and trying queries there. */
export const READ = 'plugin::queries.read';

/** The admin actions, as Strapi's action provider wants them. */
export const ACTIONS = [{ section: 'plugins', displayName: '查看市民搜什么，试搜并看排名的理由', uid: 'read', pluginName: 'queries', subCategory: '搜索' }];
