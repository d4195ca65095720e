import { MAY_EXPORT, MAY_READ } from './actions.ts';

const allowedTo = (action: string) => ({ policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }] });

/** Routes of the audit in the admin, below /access. */
export const auditRoutes = [
  // By POST: what is looked for may be a person, and addresses are logged.
  { method: 'POST', path: '/audit/list', handler: 'audit.list', config: allowedTo(MAY_READ) },
  { method: 'GET', path: '/audit/people', handler: 'audit.people', config: allowedTo(MAY_READ) },
  { method: 'GET', path: '/audit/export', handler: 'audit.export', config: allowedTo(MAY_EXPORT) },
];
