import { MANAGE_NOTICES } from './rights.ts';

const signedIn = { policies: ['admin::isAuthenticatedAdmin'] };
const managing = { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [MANAGE_NOTICES] } }] };

/** The admin's routes of notices, below `/review`. */
export const NOTICE_ROUTES = [
  { method: 'GET', path: '/notices', handler: 'notices.list', config: signedIn },
  { method: 'GET', path: '/notices/unread', handler: 'notices.unread', config: signedIn },
  { method: 'POST', path: '/notices/read', handler: 'notices.read', config: signedIn },
  { method: 'GET', path: '/notices/choices', handler: 'notices.choices', config: signedIn },
  { method: 'PUT', path: '/notices/choices', handler: 'notices.choose', config: signedIn },
  { method: 'GET', path: '/notices/digest', handler: 'notices.digest', config: signedIn },
  { method: 'GET', path: '/notices/policy', handler: 'notice-mail.policy', config: managing },
  { method: 'PUT', path: '/notices/policy', handler: 'notice-mail.change', config: managing },
  { method: 'POST', path: '/notices/mail-trial', handler: 'notice-mail.trial', config: managing },
  { method: 'GET', path: '/notices/robots', handler: 'notice-robots.list', config: managing },
  { method: 'POST', path: '/notices/robots', handler: 'notice-robots.add', config: managing },
  { method: 'PUT', path: '/notices/robots/:id', handler: 'notice-robots.change', config: managing },
  { method: 'DELETE', path: '/notices/robots/:id', handler: 'notice-robots.remove', config: managing },
  { method: 'POST', path: '/notices/robots/:id/trial', handler: 'notice-robots.trial', config: managing },
];
