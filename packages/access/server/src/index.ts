import type { Core } from '@strapi/strapi';

import { AUDIT_ACTIONS } from './audit/actions.ts';
import { archiveDaily } from './audit/archive-daily.ts';
import { auditOf, openAudit } from './audit/audit.ts';
import { auditController } from './audit/controller.ts';
import { grantOnce } from './audit/grant-once.ts';
import { watchDocuments } from './audit/watch/watch-documents.ts';
import { watchPermissions } from './audit/watch/watch-permissions.ts';
import { watchRows } from './audit/watch/watch-rows.ts';
import { registerConditions } from './conditions.ts';
import { config } from './config.ts';
import { disableDormant, disableDormantDaily } from './dormant/disable-daily.ts';
import { migrateSeen } from './dormant/seen.ts';
import { ensureRoles } from './ensure-roles.ts';
import { guardAgencies } from './guard.ts';
import { guardReadOnly } from './read-only.ts';
import { routes } from './routes.ts';
import { secondFactorController } from './second-factor/controller.ts';
import { guardSessions } from './second-factor/guard-sessions.ts';
import { secondFactorOf } from './second-factor/of-strapi.ts';
import { migrateSecondFactors } from './second-factor/store.ts';
import { guardDoors } from './sign-ins/guard-doors.ts';
import { guardPasswords } from './sign-ins/guard-passwords.ts';
import { migrateSignIns } from './sign-ins/migrate.ts';

/** The server half of the plugin `access`: roles, the rights of an agency's members, how people sign in, and the audit. */
export default {
  config,
  routes,
  controllers: { audit: auditController, 'second-factor': secondFactorController },
  register({ strapi }: { strapi: Core.Strapi }) {
    guardReadOnly(strapi);
    guardAgencies(strapi);
    const audit = () => auditOf(strapi).service;
    watchDocuments(strapi, audit);
    strapi.hook('strapi::content-types.afterSync').register(async () => {
      await migrateSignIns(strapi);
      await openAudit(strapi);
      watchRows(strapi, audit);
      await migrateSecondFactors(strapi);
      await migrateSeen(strapi);
    });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    guardPasswords(strapi);
    guardSessions(strapi, () => secondFactorOf(strapi));
    watchPermissions(strapi, () => auditOf(strapi).service);
    await strapi.service('admin::permission')!.actionProvider.registerMany(AUDIT_ACTIONS);
    archiveDaily(strapi);
    disableDormantDaily(strapi);
    await registerConditions(strapi);
  },
  destroy({ strapi }: { strapi: Core.Strapi }) {
    auditOf(strapi).witness.flush();
  },
  middlewares: { doors: guardDoors },
  services: {
    'second-factor': ({ strapi }: { strapi: Core.Strapi }) => secondFactorOf(strapi),
    dormant: ({ strapi }: { strapi: Core.Strapi }) => ({ disable: (now: Date) => disableDormant(strapi, now) }),
    audit: ({ strapi }: { strapi: Core.Strapi }) => auditOf(strapi).service,
    /** Called by the app's own bootstrap: only then are Strapi's roles made and everybody's actions registered. */
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({
      async ensure() {
        await grantOnce(strapi);
        await ensureRoles(strapi);
      },
    }),
  },
};
