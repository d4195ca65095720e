import type { Core } from '@strapi/strapi';

import { registerConditions } from './conditions.ts';
import { ensureRoles } from './ensure-roles.ts';
import { guardAgencies } from './guard.ts';
import { guardReadOnly } from './read-only.ts';
import { guardDoors } from './sign-ins/guard-doors.ts';
import { guardPasswords } from './sign-ins/guard-passwords.ts';
import { migrateSignIns } from './sign-ins/migrate.ts';

/** The server half of the plugin `access`: roles, the rights of an agency's members, and how people sign in. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    guardReadOnly(strapi);
    guardAgencies(strapi);
    strapi.hook('strapi::content-types.afterSync').register(() => migrateSignIns(strapi));
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    guardPasswords(strapi);
    await registerConditions(strapi);
  },
  middlewares: { doors: guardDoors },
  services: {
    /** Called by the app's own bootstrap: only then are Strapi's roles made and everybody's actions registered. */
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ ensure: () => ensureRoles(strapi) }),
  },
};
