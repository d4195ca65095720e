import type { Core } from '@strapi/strapi';

import { createNotices } from './tell.ts';

/** The services of this area, as the plugin's index spreads them. */
export const noticeServices = {
  notices: ({ strapi }: { strapi: Core.Strapi }) => createNotices(strapi, () => undefined),
};
