import type { StrapiApp } from '@strapi/strapi/admin';

import { GuidePanel } from './guide-panel.tsx';

/** The admin half of the plugin `review`: what the checks find, beside the form. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'review', name: 'review' });
  },
  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager').apis as unknown as {
      addEditViewSidePanel(panels: unknown[]): void;
    };
    contentManager.addEditViewSidePanel([GuidePanel]);
  },
};
