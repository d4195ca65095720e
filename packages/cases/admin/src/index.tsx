import { ChartPie, Discuss, Message } from '@strapi/icons';
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
    // Doors of their own: whoever handles no letters still reads the opinions and answers of their agency.
    app.addMenuLink({
      to: 'plugins/cases/opinions',
      icon: Discuss,
      intlLabel: { id: 'cases.opinions', defaultMessage: t('opinions.title') },
      permissions: [{ action: 'plugin::cases.opinion-read', subject: null }],
      Component: async () => ({ default: (await import('./opinions-page.tsx')).OpinionsPage }),
      position: 2,
    });
    app.addMenuLink({
      to: 'plugins/cases/surveys',
      icon: ChartPie,
      intlLabel: { id: 'cases.surveys', defaultMessage: t('surveys.title') },
      permissions: [{ action: 'plugin::cases.survey-read', subject: null }],
      Component: async () => ({ default: (await import('./survey-pages.tsx')).SurveyPages }),
      position: 2,
    });
    app.registerPlugin({ id: 'cases', name: t('menu') });
  },
};
