import type { StrapiApp } from '@strapi/strapi/admin';

import { PublicationPanel } from './publication-panel.tsx';

interface ContentManagerApis {
  addEditViewSidePanel(panels: unknown[]): void;
}

/** The admin half of the plugin `feed`: tells editors when visitors see what they published. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'feed', name: 'feed' });
  },

  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager').apis as unknown as ContentManagerApis;
    contentManager.addEditViewSidePanel([PublicationPanel]);
  },
};
