const config = { policies: ['admin::isAuthenticatedAdmin'] };

/** The admin's routes of remarks, below `/review`. */
export const REMARK_ROUTES = [
  { method: 'GET', path: '/documents/:uid/:documentId/remarks', handler: 'remarks.list', config },
  { method: 'POST', path: '/documents/:uid/:documentId/remarks', handler: 'remarks.add', config },
  { method: 'POST', path: '/documents/:uid/:documentId/remarks/:id/settlement', handler: 'remarks.settle', config },
  { method: 'GET', path: '/documents/:uid/:documentId/colleagues', handler: 'remarks.colleagues', config },
];
