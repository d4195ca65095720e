const config = { policies: ['admin::isAuthenticatedAdmin'] };

/** The admin's routes of previews. */
export const PREVIEW_ROUTES = [
  { method: 'GET', path: '/documents/:uid/:documentId/previews', handler: 'previews.list', config },
  { method: 'POST', path: '/documents/:uid/:documentId/previews', handler: 'previews.make', config },
  { method: 'POST', path: '/documents/:uid/:documentId/previews/:id/revoke', handler: 'previews.revoke', config },
];

/** The public calls behind the gateway's token. */
export const PREVIEW_CALLS = [
  { method: 'POST', path: '/review/previews', handler: 'public-previews.open' },
  { method: 'POST', path: '/review/previews/page', handler: 'public-previews.page' },
  { method: 'POST', path: '/review/previews/file', handler: 'public-previews.file' },
  { method: 'POST', path: '/review/previews/advice', handler: 'public-previews.advise' },
];
