import type { Core } from '@strapi/strapi';

import { ACTIONS } from './actions.ts';
import { makeCountTable } from './count-table.ts';
import { forgetCounts } from './counts.ts';
import { publicCalls } from './public-calls.ts';
import { routes } from './routes.ts';
import { staff } from './staff.ts';

/** The server half of the plugin `queries`: what is searched for, in sums, and why a query finds what it finds. */
export default {
  routes,
  controllers: { 'public-calls': publicCalls, staff },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission')!.actionProvider.registerMany(ACTIONS);
    await makeCountTable(strapi.db);
    strapi.cron.add({
      'search-counts-forgotten': { task: () => forgetCounts(strapi.db.connection, new Date()), options: { rule: '20 3 * * *', tz: 'Asia/Shanghai' } },
    });
  },
};
