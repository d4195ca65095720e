import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { showGate } from './second-factor/show-gate.tsx';
import { watchAnswers } from './second-factor/watch-answers.ts';

/** The admin half of the plugin `access`: the audit, who acts where, and the second factor of whoever signs in. */
export default {
  register(app: StrapiApp) {
    watchAnswers(showGate);
    app.addMenuLink({
      to: 'plugins/access/audit',
      icon: Shield,
      intlLabel: { id: 'access.audit', defaultMessage: '审计' },
      permissions: [{ action: 'plugin::access.audit.read', subject: null }],
      Component: async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage }),
      position: 8,
    });
    app.addSettingsLink('global', {
      id: 'second-factor',
      to: 'second-factor',
      intlLabel: { id: 'access.second-factor', defaultMessage: '第二验证' },
      permissions: [],
      Component: async () => ({ default: (await import('./second-factor/settings-page.tsx')).SettingsPage }),
    });
    app.addSettingsLink('global', {
      id: 'access-grants',
      to: 'access-grants',
      intlLabel: { id: 'access.grants', defaultMessage: '授权' },
      permissions: [{ action: 'plugin::access.grants', subject: null }],
      Component: async () => ({ default: (await import('./grants/grants-page.tsx')).GrantsPage }),
    });
    app.registerPlugin({ id: 'access', name: 'access' });
  },
};
