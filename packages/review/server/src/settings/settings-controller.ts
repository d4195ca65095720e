import type { Core } from '@strapi/strapi';

import { isReviewed } from '../editions/document.ts';
import { reviewOf } from '../review.ts';
import { listStaff } from './staff.ts';

interface Context {
  body?: unknown;
}

/** What the admin has to know of the configuration of review. */
export const settingsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /review/types`: uids of the types whose documents are reviewed; none with review switched off. */
  types(context: Context) {
    const types = Object.keys(strapi.contentTypes).filter((uid) => isReviewed(strapi, uid));
    context.body = { data: reviewOf(strapi).isOn ? types : [] };
  },

  /** `GET /review/staff`: who may stand in a stage. */
  async staff(context: Context) {
    context.body = { data: await listStaff(strapi) };
  },
});

const signedIn = { policies: ['admin::isAuthenticatedAdmin'] };
/** Names and agencies of colleagues are for those who manage them. */
const managing = { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: ['admin::users.read'] } }] };

export const SETTINGS_ROUTES = [
  { method: 'GET', path: '/types', handler: 'settings.types', config: signedIn },
  { method: 'GET', path: '/staff', handler: 'settings.staff', config: managing },
];
