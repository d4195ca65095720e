import type { StrapiApp } from '@strapi/strapi/admin';

import { limitActions, limitBulkActions } from './actions/limit-actions.ts';
import { ChecksPanel } from './checks/checks-panel.tsx';
import { markFields } from './fields/mark-fields.tsx';
import { registerNotices } from './notices/register-notices.ts';
import { PAGES } from './pages.ts';
import { ReviewPanel } from './panel/review-panel.tsx';
import { PreviewPanel } from './preview/preview-panel.tsx';

interface ContentManagerApis {
  addEditViewSidePanel(change: (panels: unknown[]) => unknown[]): void;
  addDocumentAction(change: typeof limitActions): void;
  addBulkAction(change: typeof limitBulkActions): void;
}

/** The admin half of the plugin `review`: where a document stands, the next step, remarks, and what the checks find. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'review', name: 'review' });
    app.router.addRoute(PAGES);
    app.addSettingsLink('global', {
      id: 'review-flows',
      to: 'review-flows',
      intlLabel: { id: 'review.flows', defaultMessage: '审核流程' },
      permissions: [{ action: 'admin::users.read', subject: null }],
      Component: () => import('./settings/flows-page.tsx').then(({ FlowsPage }) => ({ default: FlowsPage })),
    });
    registerNotices(app);
    app.addSettingsLink('global', {
      id: 'review-words',
      to: 'review-words',
      intlLabel: { id: 'review.words', defaultMessage: '用词词库' },
      permissions: [{ action: 'plugin::review.words', subject: null }],
      Component: () => import('./words/words-page.tsx').then(({ WordsPage }) => ({ default: WordsPage })),
    });
  },
  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager').apis as unknown as ContentManagerApis;
    // After Strapi's 保存, before everything else.
    contentManager.addEditViewSidePanel(([saving, ...others]) => [saving, ReviewPanel, ChecksPanel, PreviewPanel, ...others]);
    contentManager.addDocumentAction(limitActions);
    contentManager.addBulkAction(limitBulkActions);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', markFields);
  },
};
