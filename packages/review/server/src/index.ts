import type { Core } from '@strapi/strapi';

import { guardPublishing } from './guard-publishing.ts';
import { guardMasking, maskData } from './masking/guard-masking.ts';
import { createChecks, type Checks } from './services/checks.ts';

const checksOf = (strapi: Core.Strapi) => strapi.plugin('review').service('checks') as unknown as Checks;

/** The server half of the plugin `review`: what is checked before publication, and masked on every write. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    guardPublishing(strapi, checksOf(strapi));
    guardMasking(strapi);
  },
  services: {
    checks: ({ strapi }: { strapi: Core.Strapi }) => createChecks(strapi),
    /** For writers that go past the document service. */
    masking: () => ({ mask: maskData }),
  },
};
