import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { presetStrapi, readEnvironment } from '../src/environment';
import { createLogLines } from '../src/log-lines';

/** Outside production people read the log, and Strapi's own format is made for them. */
const logConfig = (mode: string) =>
  mode === 'production' ? { format: createLogLines(() => new Date(), () => global.strapi?.requestContext.get()?.state.requestId) } : {};

export default () => {
  presetStrapi();
  const { HOST, PORT, DATA_DIR, APP_KEYS, TRUST_PROXY, NODE_ENV } = readEnvironment();
  // Strapi's local upload provider refuses to start without the folder.
  mkdirSync(join(DATA_DIR, 'uploads'), { recursive: true });

  return {
    host: HOST,
    port: PORT,
    app: { keys: APP_KEYS.split(',') },
    // Strapi keeps uploads in <public>/uploads. Nothing else of this folder may be served: src/index.ts replaces the
    // static middleware, src/middlewares/uploads.ts guards the files.
    dirs: { public: DATA_DIR },
    logger: { updates: { enabled: false }, startup: { enabled: true }, config: logConfig(NODE_ENV) },
    webhooks: { populateRelations: false },
    proxy: { koa: TRUST_PROXY },
    // Strapi's own transfer replaces all content past rights, review and audit. Backups move installations.
    transfer: { remote: { enabled: false } },
  };
};
