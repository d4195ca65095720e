import type { Core } from '@strapi/strapi';

/** A request, as Strapi's controllers get it. */
export type Context = Parameters<Core.ControllerHandler>[0];

/** A site, as it is offered for choosing. */
export interface SiteChoice {
  id: string;
  title: string;
}

const SITE = 'api::site.site';

/** The published sites whose settings somebody may read, within their grants. */
export async function sitesOf(strapi: Core.Strapi, ctx: Context): Promise<SiteChoice[]> {
  const manager = strapi.service('admin::permission')!.createPermissionsManager({
    ability: ctx.state.userAbility,
    action: 'plugin::content-manager.explorer.read',
    model: SITE,
  });
  const query = await manager.addPermissionsQueryTo({});
  const found = (await strapi.documents(SITE).findMany({ ...query, status: 'published', fields: ['title'], sort: 'siteCode' } as never)) as unknown as { documentId: string; title: string }[];
  return found.map(({ documentId, title }) => ({ id: documentId, title }));
}
