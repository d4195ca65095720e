import type { Core } from '@strapi/strapi';

import { checksController } from './checks/checks-controller.ts';
import { CHECK_ROUTES } from './checks/routes.ts';
import { DELEGATION_ROUTES, delegationsController } from './delegation/routes.ts';
import { deskController, DESK_ROUTES } from './desk/routes.ts';
import { EDITION_ROUTES, editionsController } from './editions/routes.ts';
import { createEditions } from './editions/service.ts';
import { watchWrites } from './editions/watch-writes.ts';
import { FLOW_ROUTES, flowsController } from './flow/routes.ts';
import { guardFiles } from './guard/guard-files.ts';
import { guardWrites } from './guard/guard-writes.ts';
import { createPrograms } from './guard/programs.ts';
import { guardPublishing } from './guard-publishing.ts';
import { guardMasking, maskData } from './masking/guard-masking.ts';
import { noticeControllers, noticeServices, startNotices, stopNotices } from './notices/area.ts';
import { NOTICE_ROUTES } from './notices/routes.ts';
import { publicPreviews } from './preview/public-controller.ts';
import { PREVIEW_CALLS, PREVIEW_ROUTES } from './preview/routes.ts';
import { previewsController } from './preview/staff-controller.ts';
import { createRemarks } from './remarks/remarks.ts';
import { remarksController } from './remarks/remarks-controller.ts';
import { REMARK_ROUTES } from './remarks/routes.ts';
import { config, reviewOf } from './review.ts';
import { ACTIONS } from './rights.ts';
import { type Clock, startClock } from './schedule/clock.ts';
import { runDue } from './schedule/run-due.ts';
import { tellOfDue } from './schedule/tell-of-due.ts';
import { createChecks, type Checks } from './services/checks.ts';
import { settingsController, SETTINGS_ROUTES } from './settings/settings-controller.ts';
import { migrateReview } from './store/migrate.ts';
import { versionsController } from './versions/controller.ts';
import { VERSION_ROUTES } from './versions/routes.ts';
import { createVersions, type Versions } from './versions/service.ts';
import { wordsController } from './words/words-controller.ts';
import { watchSaves } from './versions/watch-saves.ts';

const checksOf = (strapi: Core.Strapi) => strapi.plugin('review').service('checks') as unknown as Checks;
const versionsOf = (strapi: Core.Strapi) => strapi.plugin('review').service('versions') as unknown as Versions;

const clocks = new WeakMap<Core.Strapi, Clock>();

/** The server half of the plugin `review`: the way of a text from its draft to the public, its checks and masking. */
export default {
  config,
  routes: {
    admin: {
      type: 'admin',
      routes: [
        ...CHECK_ROUTES,
        ...EDITION_ROUTES,
        ...FLOW_ROUTES,
        ...DESK_ROUTES,
        ...DELEGATION_ROUTES,
        ...REMARK_ROUTES,
        ...VERSION_ROUTES,
        ...SETTINGS_ROUTES,
        ...PREVIEW_ROUTES,
        ...NOTICE_ROUTES,
      ],
    },
    // The prefix is in the paths: one call stands at the prefix itself.
    'content-api': { type: 'content-api', prefix: '', routes: PREVIEW_CALLS },
  },
  controllers: {
    checks: checksController,
    words: wordsController,
    editions: editionsController,
    flows: flowsController,
    desk: deskController,
    delegations: delegationsController,
    remarks: remarksController,
    versions: versionsController,
    settings: settingsController,
    previews: previewsController,
    'public-previews': publicPreviews,
    ...noticeControllers,
  },
  register({ strapi }: { strapi: Core.Strapi }) {
    const review = reviewOf(strapi);
    if (review.isOn) {
      guardWrites(review);
      guardFiles(review);
      watchWrites(review);
    }
    guardPublishing(strapi, checksOf(strapi));
    guardMasking(strapi);
    watchSaves(strapi, () => new Date());
    // After Strapi's own tables and before any plugin boots.
    strapi.hook('strapi::content-types.afterSync').register(() => migrateReview(strapi));
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission')!.actionProvider.registerMany(ACTIONS);
    const review = reviewOf(strapi);
    // Programs that load the CMS without serving it publish nothing on time.
    if (review.isOn) strapi.server.httpServer.once('listening', () => clocks.set(strapi, startClock(review)));
    await startNotices(strapi);
    strapi.cron.add({
      'review-versions': { task: () => versionsOf(strapi).thinOut(), options: { rule: '45 3 * * *', tz: 'Asia/Shanghai' } },
    });
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await clocks.get(strapi)?.stop();
    await stopNotices(strapi);
  },
  services: {
    editions: ({ strapi }: { strapi: Core.Strapi }) => createEditions(reviewOf(strapi)),
    programs: ({ strapi }: { strapi: Core.Strapi }) => createPrograms(strapi),
    /** Carries out what is due; the clock calls it every second. */
    schedule: ({ strapi }: { strapi: Core.Strapi }) => ({
      runDue: () => runDue(reviewOf(strapi)),
      tellOfDue: (since: Date) => tellOfDue(reviewOf(strapi), since),
    }),
    checks: ({ strapi }: { strapi: Core.Strapi }) => createChecks(strapi),
    /** For writers that go past the document service. */
    masking: () => ({ mask: maskData }),
    remarks: ({ strapi }: { strapi: Core.Strapi }) => createRemarks(strapi, () => new Date()),
    versions: ({ strapi }: { strapi: Core.Strapi }) => createVersions(strapi),
    ...noticeServices,
  },
};
