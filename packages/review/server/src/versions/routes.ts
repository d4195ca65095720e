const config = { policies: ['admin::isAuthenticatedAdmin'] };
const at = (path: string) => `/documents/:uid/:documentId/versions${path}`;

/** The admin's routes of versions. */
export const VERSION_ROUTES = [
  { method: 'GET', path: at(''), handler: 'versions.list', config },
  { method: 'GET', path: at('/:before/difference/:after'), handler: 'versions.difference', config },
  { method: 'POST', path: at('/:number/restore'), handler: 'versions.restore', config },
];
