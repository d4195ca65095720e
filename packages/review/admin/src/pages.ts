import { ofDocument } from './document-page.tsx';

/** Pages of the plugin that no menu leads to: they belong to one document, and its edit view leads there. */
export const PAGES = [
  {
    path: 'plugins/review/versions/:uid/:documentId',
    lazy: async () => ({ Component: ofDocument((await import('./versions/versions-page.tsx')).VersionsPage) }),
  },
  {
    path: 'plugins/review/preview/:uid/:documentId',
    lazy: async () => ({ Component: ofDocument((await import('./preview/preview-page.tsx')).PreviewPage) }),
  },
];
