import type { Core } from '@strapi/strapi';

import { ACTIONS } from './actions.ts';
import { config, type CasesConfig } from './config.ts';
import { opinions } from './controllers/opinions.ts';
import { publicCalls } from './controllers/public-calls.ts';
import { staff } from './controllers/staff.ts';
import { surveys } from './controllers/surveys.ts';
import { agencyTableOf, engineOf, sealingOf } from './engine-of-strapi.ts';
import { routes } from './routes/routes.ts';
import { casesOf } from './service-of-strapi.ts';
import { createCases, type CasesEngine } from './services/cases.ts';
import { checkKey } from './store/key-check.ts';
import { migrate } from './store/migrations.ts';

const configOf = (strapi: Core.Strapi) => strapi.config.get('plugin::cases') as CasesConfig;

/** Made once, when the service is first asked for: the database must be open by then. */
const engines = new WeakMap<Core.Strapi, CasesEngine>();

function casesEngine(strapi: Core.Strapi): CasesEngine {
  const made = engines.get(strapi) ?? createCases(engineOf(strapi, configOf(strapi), sealingOf(configOf(strapi))), agencyTableOf(strapi));
  engines.set(strapi, made);
  return made;
}

/** The server half of the plugin `cases`: intake, handling and publication of citizens' cases. */
export default {
  config,
  routes,
  controllers: { 'public-calls': publicCalls, staff, opinions, surveys },
  services: { cases: ({ strapi }: { strapi: Core.Strapi }) => casesEngine(strapi).service },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission')!.actionProvider.registerMany(ACTIONS);
    await migrate(strapi.db, () => new Date());
    const sealing = sealingOf(configOf(strapi));
    await checkKey(strapi.db, sealing);
    if (!sealing) strapi.log.warn('没有设置 CASE_KEY：暂时不能受理诉求。');

    const feed = strapi.plugin('feed').service('feed');
    for (const source of casesEngine(strapi).sources) feed.registerSource(source);
    strapi.cron.add({
      'cases-retention': { task: () => casesOf(strapi).eraseDaily(), options: { rule: '15 3 * * *', tz: 'Asia/Shanghai' } },
    });
    // For machines that are off at night.
    await casesOf(strapi).eraseDaily();
    await casesOf(strapi).recountDeadlines();
    await casesOf(strapi).flushFigures();
    await casesOf(strapi).flushResults();
  },

  destroy({ strapi }: { strapi: Core.Strapi }) {
    engines.get(strapi)?.service.stop();
  },
};
