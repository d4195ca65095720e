import type { Core } from '@strapi/strapi';

import { adoptStrangers } from './adopt.ts';
import { startCallingOut } from './call-out.ts';
import type { Caller } from './caller.ts';
import { config, type FeedConfig } from './config.ts';
import { documentsController } from './controllers/documents.ts';
import { feedController } from './controllers/feed.ts';
import { createFeedCore, type FeedCore } from './feed-core.ts';
import { migrate } from './migrations.ts';
import { routes } from './routes.ts';
import { createFeedService } from './service.ts';
import { watchDocuments } from './watch-documents.ts';
import { watchFiles } from './watch-files.ts';
import { ensureWebhook } from './webhook.ts';

const cores = new WeakMap<Core.Strapi, FeedCore>();
const callers = new WeakMap<Core.Strapi, Caller[]>();

function coreOf(strapi: Core.Strapi): FeedCore {
  let core = cores.get(strapi);
  if (!core) cores.set(strapi, (core = createFeedCore(strapi)));
  return core;
}

/** The server half of the plugin `feed`: ordered changes, addresses, export, media, nudges. */
export default {
  config,
  routes,
  controllers: { feed: feedController, documents: documentsController },
  services: { feed: ({ strapi }: { strapi: Core.Strapi }) => createFeedService(coreOf(strapi)) },

  register({ strapi }: { strapi: Core.Strapi }) {
    watchDocuments(coreOf(strapi));
    // After Strapi's own tables and before any plugin boots: what others publish at boot is recorded already.
    strapi.hook('strapi::content-types.afterSync').register(() => migrate(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const core = coreOf(strapi);
    const settings = strapi.config.get('plugin::feed') as FeedConfig;
    watchFiles(core);
    const adopted = await adoptStrangers(core);
    if (adopted > 0) strapi.log.info(`[feed] 已接管 ${adopted} 篇此前发布的内容`);
    const { publisherUrl, webhookToken } = settings;
    if (publisherUrl && webhookToken) await ensureWebhook(strapi, { publisherUrl, webhookToken });
    callers.set(strapi, startCallingOut(core, settings));
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await Promise.all((callers.get(strapi) ?? []).map((caller) => caller.stop()));
  },
};
