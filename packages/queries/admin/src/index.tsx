import { Search } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { t } from '../../strings/t.ts';

/** The admin half of the plugin `queries`: one page. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/queries',
      icon: Search,
      intlLabel: { id: 'queries.menu', defaultMessage: t('menu') },
      permissions: [{ action: 'plugin::queries.read', subject: null }],
      Component: async () => ({ default: (await import('./queries-page.tsx')).QueriesPage }),
      position: 3,
    });
    app.registerPlugin({ id: 'queries', name: t('menu') });
  },
};
