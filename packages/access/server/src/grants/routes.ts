/** The right to say who acts where. */
export const MANAGE_GRANTS = 'plugin::access.grants';

const allowed = { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [MANAGE_GRANTS] } }] };

/** The grants of the admin's settings. */
export const grantRoutes = [
  { method: 'GET', path: '/grants', handler: 'grants.list', config: allowed },
  { method: 'GET', path: '/grants/choices', handler: 'grants.choices', config: allowed },
  { method: 'POST', path: '/grants', handler: 'grants.add', config: allowed },
  { method: 'PUT', path: '/grants/:id', handler: 'grants.change', config: allowed },
  { method: 'DELETE', path: '/grants/:id', handler: 'grants.remove', config: allowed },
];
