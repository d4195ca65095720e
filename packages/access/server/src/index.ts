import type { Core } from '@strapi/strapi';

import { AUDIT_ACTIONS } from './audit/actions.ts';
import { archiveDaily } from './audit/archive-daily.ts';
import { auditOf, openAudit } from './audit/audit.ts';
import { auditController } from './audit/controller.ts';
import { watchDocuments } from './audit/watch/watch-documents.ts';
import { watchPermissions } from './audit/watch/watch-permissions.ts';
import { watchRows } from './audit/watch/watch-rows.ts';
import { registerConditions } from './conditions.ts';
import { config } from './config.ts';
import { disableDormant, disableDormantDaily } from './dormant/disable-daily.ts';
import { migrateSeen } from './dormant/seen.ts';
import { ensureRoles } from './ensure-roles.ts';
import { routes } from './routes.ts';
import { secondFactorController } from './second-factor/controller.ts';
import { guardSessions } from './second-factor/guard-sessions.ts';
import { secondFactorOf } from './second-factor/of-strapi.ts';
import { migrateSecondFactors } from './second-factor/store.ts';
import { extendFiles, markUploads } from './files/file-owner.ts';
import { mayOpenFile } from './files/may-open.ts';
import { keepOpenFiles, pauseOpenFiles } from './files/open-files.ts';
import { grantsController } from './grants/controller.ts';
import { migrateGrants } from './grants/migrate.ts';
import { keepAbilities } from './grants/keep-abilities.ts';
import { createScopes } from './grants/scopes-service.ts';
import { guardAccounts } from './people/guard-accounts.ts';
import { closeContentApi } from './reading/close-content-api.ts';
import { guardAnswers } from './reading/guard-answers.ts';
import { guardSideDoors } from './reading/guard-side-doors.ts';
import { guardRelationPickers } from './reading/relation-pickers.ts';
import { migrateRoleDefaults } from './role-defaults.ts';
import { guardDoors } from './sign-ins/guard-doors.ts';
import { guardPasswords } from './sign-ins/guard-passwords.ts';
import { migrateSignIns } from './sign-ins/migrate.ts';
import { guardDocuments } from './writing/guard-documents.ts';
import { guardReadOnly } from './writing/guard-read-only.ts';
import { guardReferences } from './writing/guard-references.ts';

/** The server half of the plugin `access`: roles, the rights of an agency's members, how people sign in, and the audit. */
export default {
  config,
  routes,
  controllers: { audit: auditController, grants: grantsController, 'second-factor': secondFactorController },
  register({ strapi }: { strapi: Core.Strapi }) {
    extendFiles(strapi);
    closeContentApi(strapi);
    guardReadOnly(strapi);
    const audit = () => auditOf(strapi).service;
    watchDocuments(strapi, audit);
    guardDocuments(strapi);
    guardReferences(strapi);
    guardAnswers(strapi);
    guardRelationPickers(strapi);
    guardSideDoors(strapi);
    strapi.hook('strapi::content-types.beforeSync').register(() => pauseOpenFiles(strapi));
    strapi.hook('strapi::content-types.afterSync').register(async () => {
      await migrateSignIns(strapi);
      await migrateGrants(strapi);
      await migrateRoleDefaults(strapi);
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
    guardAccounts(strapi);
    markUploads(strapi);
    await keepOpenFiles(strapi);
    await registerConditions(strapi);
    keepAbilities(strapi);
    await strapi.service('admin::permission')!.actionProvider.registerMany([
      { section: 'plugins', displayName: '管理授权：谁、以什么角色、在哪个站点、栏目和机构', uid: 'grants', pluginName: 'access', subCategory: '权限' },
    ]);
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
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ ensure: () => ensureRoles(strapi) }),
    files: ({ strapi }: { strapi: Core.Strapi }) => ({ mayOpen: (userId: number, path: string) => mayOpenFile(strapi, userId, path) }),
    scopes: ({ strapi }: { strapi: Core.Strapi }) => createScopes(strapi),
  },
};
