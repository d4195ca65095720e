/** `/api/feed/…` for publishers, by API token; `/feed/…` for the admin panel. */
export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/export', handler: 'feed.export' },
      { method: 'GET', path: '/changes', handler: 'feed.changes' },
      { method: 'GET', path: '/media/:id', handler: 'feed.media' },
      { method: 'POST', path: '/acknowledgements', handler: 'feed.acknowledge' },
      { method: 'POST', path: '/lease', handler: 'feed.lease' },
      { method: 'POST', path: '/alarms', handler: 'feed.alarm' },
    ],
  },
  admin: {
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/documents/:uid/:documentId',
        handler: 'documents.state',
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  },
};
