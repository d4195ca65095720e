import type { StrapiApp } from '@strapi/strapi/admin';

/** The admin half of the plugin `feed`. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'feed', name: 'feed' });
  },
};
