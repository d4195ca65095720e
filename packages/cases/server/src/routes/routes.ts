import { actionUid, type Right } from '../actions.ts';

const allowedTo = (right: Right) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [actionUid(right)] } }],
});
const signedIn = allowedTo('read');
const forOpinions = allowedTo('opinion-read');
const forSurveys = allowedTo('survey-read');

/** The staff's routes in the admin, and the public calls behind the gateway's token. */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      // By POST: what staff search for may be a person's name, and addresses are logged.
      { method: 'POST', path: '/list', handler: 'staff.list', config: signedIn },
      { method: 'GET', path: '/agencies', handler: 'staff.agencies', config: signedIn },
      { method: 'GET', path: '/letters/:number', handler: 'staff.read', config: signedIn },
      { method: 'POST', path: '/letters/:number/contact', handler: 'staff.contact', config: signedIn },
      { method: 'POST', path: '/letters/:number/:event', handler: 'staff.act', config: signedIn },
      { method: 'GET', path: '/consultations', handler: 'opinions.consultations', config: forOpinions },
      { method: 'POST', path: '/opinions/list', handler: 'opinions.list', config: forOpinions },
      { method: 'POST', path: '/opinions/export', handler: 'opinions.export', config: forOpinions },
      { method: 'POST', path: '/opinions/:number/contact', handler: 'staff.contact', config: forOpinions },
      { method: 'POST', path: '/opinions/:number/:event', handler: 'opinions.act', config: forOpinions },
      { method: 'GET', path: '/surveys', handler: 'surveys.list', config: forSurveys },
      { method: 'GET', path: '/surveys/:id', handler: 'surveys.read', config: forSurveys },
      { method: 'POST', path: '/surveys/:id/export', handler: 'surveys.export', config: forSurveys },
    ],
  },
  'content-api': {
    type: 'content-api',
    // Empty: the calls stand at /api/cases itself, and a plugin's prefix would put a slash behind it.
    prefix: '',
    routes: [
      { method: 'POST', path: '/cases', handler: 'public-calls.file' },
      { method: 'POST', path: '/cases/track', handler: 'public-calls.track' },
      { method: 'POST', path: '/cases/rate', handler: 'public-calls.rate' },
    ],
  },
};
