import type { StrapiApp } from '@strapi/strapi/admin';

/** The admin half of the plugin `access`: rights are edited in Strapi's own pages. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'access', name: 'access' });
  },
};
