import type { Core } from '@strapi/strapi';

import { listAgenciesOf } from './membership.ts';

/** Limits a right to documents of the agencies the user is a member of. */
export const OWN_AGENCY = 'plugin::access.own-agency';
/** Opens what has been published to the relation pickers, whoever it belongs to. */
export const PUBLISHED_TARGET = 'plugin::access.published-target';

/** Where the content manager looks up what a document may point to. */
const RELATIONS_ROUTE = '/content-manager/relations/';

/** Registers the conditions under which the rights of an agency's members hold. */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  const provider = strapi.service('admin::permission')!.conditionProvider;
  await provider.register({
    displayName: '仅限本机构',
    name: 'own-agency',
    plugin: 'access',
    category: '机构',
    handler: async (user: { id: number }) => ({ 'agency.documentId': { $in: await listAgenciesOf(strapi, user.id) } }),
  });
  await provider.register({
    displayName: '引用其他机构已发布的内容',
    name: 'published-target',
    plugin: 'access',
    category: '机构',
    // A condition is answered anew for each request. In lists and forms it holds for nothing, so that an editor's
    // lists show the agency's own work. A document has its path from the moment it was first published.
    handler: () =>
      strapi.requestContext.get()?.request.path.startsWith(RELATIONS_ROUTE) ? { path: { $ne: null } } : { id: { $in: [] } },
  });
}
