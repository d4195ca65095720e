import type { Core } from '@strapi/strapi';

import { guardPublishing } from './guard-publishing.ts';
import { guardMasking, maskData } from './masking/guard-masking.ts';
import { noticeServices } from './notices/services.ts';
import { createRemarks } from './remarks/remarks.ts';
import { remarksController } from './remarks/remarks-controller.ts';
import { REMARK_ROUTES } from './remarks/routes.ts';
import { createChecks, type Checks } from './services/checks.ts';
import { migrateReview } from './store/migrate.ts';

const checksOf = (strapi: Core.Strapi) => strapi.plugin('review').service('checks') as unknown as Checks;

/** The server half of the plugin `review`: what is checked before publication, and masked on every write. */
export default {
  routes: { admin: { type: 'admin', routes: [...REMARK_ROUTES] } },
  controllers: { remarks: remarksController },
  register({ strapi }: { strapi: Core.Strapi }) {
    guardPublishing(strapi, checksOf(strapi));
    guardMasking(strapi);
    // After Strapi's own tables and before any plugin boots.
    strapi.hook('strapi::content-types.afterSync').register(() => migrateReview(strapi));
  },
  services: {
    checks: ({ strapi }: { strapi: Core.Strapi }) => createChecks(strapi),
    /** For writers that go past the document service. */
    masking: () => ({ mask: maskData }),
    remarks: ({ strapi }: { strapi: Core.Strapi }) => createRemarks(strapi, () => new Date()),
    ...noticeServices,
  },
};
