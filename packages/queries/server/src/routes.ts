import { READ } from './actions.ts';

const config = { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [READ] } }] };

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/sites', handler: 'staff.sites', config },
      { method: 'GET', path: '/report', handler: 'staff.report', config },
      // By POST: addresses are logged.
      { method: 'POST', path: '/try', handler: 'staff.try', config },
    ],
  },
  'content-api': {
    type: 'content-api',
    prefix: '',
    routes: [{ method: 'POST', path: '/queries/counts', handler: 'public-calls.count' }],
  },
};
