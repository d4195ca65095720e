import { allowedTo } from '../rights.ts';

const config = { policies: ['admin::isAuthenticatedAdmin'] };
const forWords = allowedTo('words');

/** The admin's routes of the checks, below `/review`. */
export const CHECK_ROUTES = [
  // By POST: what stands in a form is long, and addresses are logged.
  { method: 'POST', path: '/checks/:uid', handler: 'checks.inspect', config },
  { method: 'GET', path: '/checks/facts', handler: 'checks.facts', config },
  { method: 'POST', path: '/documents/:uid/:documentId/waivers', handler: 'checks.waive', config },
  { method: 'GET', path: '/words', handler: 'words.list', config },
  { method: 'PUT', path: '/words', handler: 'words.put', config: forWords },
  { method: 'POST', path: '/words/removal', handler: 'words.remove', config: forWords },
  { method: 'POST', path: '/words/import', handler: 'words.import', config: forWords },
];
