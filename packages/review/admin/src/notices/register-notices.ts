import type { StrapiApp } from '@strapi/strapi/admin';

import { NoticeBell } from './bell.tsx';

/** Puts the bell into the menu, with its pages behind it. Everybody has notices: no right is asked for. */
export function registerNotices(app: StrapiApp): void {
  app.addMenuLink({
    to: 'plugins/review/notices',
    icon: NoticeBell,
    intlLabel: { id: 'review.notices', defaultMessage: '通知' },
    permissions: [],
    Component: async () => ({ default: (await import('./pages.tsx')).NoticePages }),
    position: 1,
  });
}
