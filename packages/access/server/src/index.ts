import type { Core } from '@strapi/strapi';

import { registerConditions } from './conditions.ts';
import { ensureRoles } from './ensure-roles.ts';
import { guardAgencies } from './guard.ts';
import { guardReadOnly } from './read-only.ts';

/** The server half of the plugin `access`: roles, and the rights of an agency's members. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    guardReadOnly(strapi);
    guardAgencies(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await registerConditions(strapi);
  },
  services: {
    /** Called by the app's own bootstrap: only then are Strapi's roles made and everybody's actions registered. */
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ ensure: () => ensureRoles(strapi) }),
  },
};
