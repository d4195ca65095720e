import { Message } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { t } from '../../strings/t.ts';

/** The admin half of the plugin `cases`: the menu entry and its two pages. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/cases',
      icon: Message,
      intlLabel: { id: 'cases.menu', defaultMessage: t('menu') },
      permissions: [{ action: 'plugin::cases.read', subject: null }],
      Component: async () => ({ default: (await import('./pages.tsx')).Pages }),
      position: 2,
    });
    app.registerPlugin({ id: 'cases', name: t('menu') });
  },
};
