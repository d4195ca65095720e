import type { Core } from '@strapi/strapi';

import { auditOf, openAudit } from './audit/audit.ts';
import { watchDocuments } from './audit/watch/watch-documents.ts';
import { watchPermissions } from './audit/watch/watch-permissions.ts';
import { watchRows } from './audit/watch/watch-rows.ts';
import { registerConditions } from './conditions.ts';
import { config } from './config.ts';
import { ensureRoles } from './ensure-roles.ts';
import { guardAgencies } from './guard.ts';
import { guardReadOnly } from './read-only.ts';
import { guardDoors } from './sign-ins/guard-doors.ts';
import { guardPasswords } from './sign-ins/guard-passwords.ts';
import { migrateSignIns } from './sign-ins/migrate.ts';

/** The server half of the plugin `access`: roles, the rights of an agency's members, how people sign in, and the audit. */
export default {
  config,
  register({ strapi }: { strapi: Core.Strapi }) {
    guardReadOnly(strapi);
    guardAgencies(strapi);
    const audit = () => auditOf(strapi).service;
    watchDocuments(strapi, audit);
    strapi.hook('strapi::content-types.afterSync').register(async () => {
      await migrateSignIns(strapi);
      await openAudit(strapi);
      watchRows(strapi, audit);
    });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    guardPasswords(strapi);
    watchPermissions(strapi, () => auditOf(strapi).service);
    await registerConditions(strapi);
  },
  destroy({ strapi }: { strapi: Core.Strapi }) {
    auditOf(strapi).witness.flush();
  },
  middlewares: { doors: guardDoors },
  services: {
    /** Called by the app's own bootstrap: only then are Strapi's roles made and everybody's actions registered. */
    audit: ({ strapi }: { strapi: Core.Strapi }) => auditOf(strapi).service,
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ ensure: () => ensureRoles(strapi) }),
  },
};
