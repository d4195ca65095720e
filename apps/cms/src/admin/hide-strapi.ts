import type { StrapiApp } from '@strapi/strapi/admin';

/** Pages that speak of Strapi or change the shape of content, which is done in the schemas. */
const HIDDEN_PAGES = ['plugins/content-type-builder', 'plugins/cloud', 'plugins/content-releases'];
const HIDDEN_RIGHTS = ['admin::marketplace.read', 'plugin::content-type-builder.read'];
const HIDDEN_SETTINGS = ['review-workflows', 'releases', 'purchase', 'audit-logs', 'single-sign-on', 'sso', 'content-history', 'email'];

const isHidden = (to: string | undefined) => HIDDEN_PAGES.some((page) => to?.replace(/^\//, '').startsWith(page));

/** Takes what belongs to Strapi's own world out of the menu and the settings, and puts our home page in. */
export function hideStrapi(app: StrapiApp): void {
  const { menu, settings } = app.router;
  menu.splice(0, menu.length, ...menu.filter(({ to }) => !isHidden(to)));
  for (const section of Object.values(settings)) {
    section.links = section.links.filter(({ to, id }) => !HIDDEN_SETTINGS.some((name) => `${to} ${id}`.includes(name)));
  }
  app.addRBACMiddleware(() => (next) => (permissions) => next(permissions.filter(({ action }) => !HIDDEN_RIGHTS.includes(action))));

  app.router.addRoute((routes) =>
    routes
      .filter(({ path }) => !isHidden(path))
      .map((route) =>
        route.index
          ? { index: true, lazy: async () => ({ Component: (await import('./home/home-page.tsx')).HomePage }) }
          : route,
      ),
  );
}
