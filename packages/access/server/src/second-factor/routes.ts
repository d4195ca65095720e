const signedIn = { policies: ['admin::isAuthenticatedAdmin'] };
const forAdministrators = { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: ['admin::users.update'] } }] };

/** Routes of the second factor in the admin, below /access. */
export const secondFactorRoutes = [
  { method: 'GET', path: '/second-factor', handler: 'second-factor.read', config: signedIn },
  { method: 'POST', path: '/second-factor/enrolment', handler: 'second-factor.begin', config: signedIn },
  { method: 'POST', path: '/second-factor/enrolment/confirm', handler: 'second-factor.confirm', config: signedIn },
  { method: 'POST', path: '/second-factor/verify', handler: 'second-factor.verify', config: signedIn },
  { method: 'POST', path: '/second-factor/recovery-codes', handler: 'second-factor.renewCodes', config: signedIn },
  { method: 'POST', path: '/second-factor/remove', handler: 'second-factor.remove', config: signedIn },
  { method: 'GET', path: '/second-factors', handler: 'second-factor.people', config: forAdministrators },
  { method: 'POST', path: '/second-factors/:id/reset', handler: 'second-factor.reset', config: forAdministrators },
];
